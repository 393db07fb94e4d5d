//! Reports that replace each other in a circle would all vanish: each must replace an earlier one in the end.

use super::Context;
use crate::formats::native::place::At;
use crate::formats::native::tree::{Member, Node, Value};
use crate::formats::words::quoted;
use indexmap::IndexMap;

struct Link<'n> {
    report: usize,
    replaced: &'n str,
    offset: u32,
    seen_in_round: Option<usize>,
}

/// Notes each circle once, at the report that closes it.
pub(super) fn check(reports: &Node, at: &At, context: &mut Context) {
    let Value::Array(nodes) = &reports.value else { return };
    let mut links: IndexMap<&str, Link> = IndexMap::new();
    for (report, node) in nodes.iter().enumerate() {
        let Value::Object(members) = &node.value else { continue };
        if let (Some((id, _)), Some((replaced, offset))) = (string_at(members, "id"), string_at(members, "supersedes"))
        {
            links.insert(id, Link { report, replaced, offset, seen_in_round: None });
        }
    }
    for round in 0..links.len() {
        let mut next = links.get_index(round).map(|(id, _)| *id);
        while let Some(link) = next.and_then(|id| links.get_mut(id)) {
            if link.seen_in_round == Some(round) {
                let (report, offset, replaced) = (link.report, link.offset, link.replaced);
                context.problems.add(offset, &At::Key(&At::Index(at, report), "supersedes"), || {
                    format!(
                        "found {}, which supersedes this report itself or through others, expected an earlier report; \
                         remove the key from the earliest of them",
                        quoted(replaced)
                    )
                });
            }
            if link.seen_in_round.replace(round).is_some() {
                break;
            }
            next = Some(link.replaced);
        }
    }
}

fn string_at<'n>(members: &'n [Member], key: &str) -> Option<(&'n str, u32)> {
    let member = members.iter().find(|member| member.key == key)?;
    match &member.node.value {
        Value::String(text) => Some((text, member.node.offset)),
        _ => None,
    }
}
