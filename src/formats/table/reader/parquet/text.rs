//! The columns of a Parquet schema and their values as text.

use crate::formats::table::reader::number::float;
use jiff::civil::DateTime;
use jiff::{SignedDuration, civil};
use parquet::basic::{ConvertedType, LogicalType, TimeUnit};
use parquet::errors::Result;
use parquet::record::{Field, Row};
use parquet::schema::types::{Type, TypePtr};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A column that has no columns in it.
pub(super) struct Leaf {
    path: Vec<String>,
    /// Whether numbers are nanoseconds since 1970, which the record reader leaves as numbers.
    is_nanoseconds: bool,
}

/// The columns of a schema in their order.
pub(super) fn leaves(schema: &Type) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for field in schema.get_fields() {
        add(field, &mut Vec::new(), &mut leaves);
    }
    leaves
}

fn add(field: &TypePtr, path: &mut Vec<String>, leaves: &mut Vec<Leaf>) {
    path.push(field.name().to_owned());
    let info = field.get_basic_info();
    // Lists and maps are one cell.
    let is_group =
        field.is_group() && info.logical_type_ref().is_none() && info.converted_type() == ConvertedType::NONE;
    if is_group && path.len() < 64 {
        for inner in field.get_fields() {
            add(inner, path, leaves);
        }
    } else {
        let is_nanoseconds = matches!(
            info.logical_type_ref(),
            Some(LogicalType::Timestamp(stamp)) if matches!(stamp.unit, TimeUnit::NANOS)
        );
        leaves.push(Leaf { path: path.clone(), is_nanoseconds });
    }
    path.pop();
}

/// The schema with only the outermost columns that hold these; none for all.
pub(super) fn project<'l>(schema: &Type, leaves: impl Iterator<Item = &'l Leaf>) -> Result<Option<Type>> {
    let wanted: BTreeSet<&str> = leaves.filter_map(|leaf| leaf.path.first()).map(String::as_str).collect();
    // Rows without any column cannot be counted.
    let fields: Vec<TypePtr> = schema
        .get_fields()
        .iter()
        .enumerate()
        .filter(|(index, field)| wanted.contains(field.name()) || wanted.is_empty() && *index == 0)
        .map(|(_, field)| Arc::clone(field))
        .collect();
    Type::group_type_builder(schema.name()).with_fields(fields).build().map(Some)
}

impl Leaf {
    pub(super) fn name(&self) -> String {
        self.path.join(".")
    }

    /// Its value in a row; empty where that has none.
    pub(super) fn text(&self, row: &Row) -> String {
        let Some((first, inner)) = self.path.split_first() else { return String::new() };
        let mut found = field(row, first);
        for name in inner {
            found = match found {
                Some(Field::Group(group)) => field(group, name),
                _ => None,
            };
        }
        match found {
            Some(Field::Long(number)) if self.is_nanoseconds => moment(SignedDuration::from_nanos(*number)),
            Some(field) => text(field),
            None => String::new(),
        }
    }
}

fn field<'r>(row: &'r Row, name: &str) -> Option<&'r Field> {
    row.get_column_iter().find(|(found, _)| *found == name).map(|(_, field)| field)
}

fn text(field: &Field) -> String {
    match field {
        Field::Null => String::new(),
        Field::Str(text) => text.trim().to_owned(),
        Field::Bytes(bytes) => {
            std::str::from_utf8(bytes.data()).map_or_else(|_| String::new(), |text| text.trim().to_owned())
        }
        Field::Float(number) => short(*number),
        Field::Double(number) => float(*number),
        Field::Float16(number) => float(f64::from(number.to_f32())),
        Field::Decimal(_) => {
            let written = field.to_string();
            match written.split_once('.') {
                Some((whole, fraction)) if fraction.bytes().all(|digit| digit == b'0') => whole.to_owned(),
                _ => written,
            }
        }
        Field::Date(days) => civil::date(1970, 1, 1)
            .checked_add(SignedDuration::from_hours(i64::from(*days) * 24))
            .map_or_else(|_| String::new(), |date| date.to_string()),
        Field::TimestampMillis(millis) => moment(SignedDuration::from_millis(*millis)),
        Field::TimestampMicros(micros) => moment(SignedDuration::from_micros(*micros)),
        Field::ListInternal(list) => list.elements().iter().map(text).collect::<Vec<_>>().join("; "),
        Field::MapInternal(map) => {
            let pairs = map.entries().iter().map(|(key, value)| format!("{}: {}", text(key), text(value)));
            pairs.collect::<Vec<_>>().join("; ")
        }
        Field::Group(group) => {
            let pairs = group.get_column_iter().map(|(name, value)| format!("{name}: {}", text(value)));
            pairs.collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

/// A single-precision number in the digits that it has, not in those of double precision.
fn short(number: f32) -> String {
    if number.is_finite() { number.to_string() } else { String::new() }
}

/// A time since 1970 as a date, with the time of day where that is not midnight.
fn moment(since: SignedDuration) -> String {
    let epoch = civil::date(1970, 1, 1).at(0, 0, 0, 0);
    let Ok(moment) = epoch.checked_add(since) else { return String::new() };
    let whole =
        DateTime::from_parts(moment.date(), moment.time().with().subsec_nanosecond(0).build().unwrap_or(moment.time()));
    if whole.time() == civil::Time::midnight() { whole.date().to_string() } else { whole.to_string() }
}
