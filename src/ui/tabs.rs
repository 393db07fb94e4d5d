//! The row of tabs, and what can be copied from the chosen one.

use super::{Content, Look, Views};
use crate::analysis::Tab;
use crate::chart::Tone;
use crate::state::{Action, Page};
use crate::text::{Weight, measure, whole};
use eframe::egui::{
    Align, CornerRadius, Layout, Link, Rect, Response, Role, Sense, Stroke, TextStyle, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

const HEIGHT: f32 = 36.0;

/// Beside the tabs at both ends, in points.
const MARGIN: f32 = 14.0;
/// The height of a line of links under the tabs, where there is no room beside them.
const LINKS: f32 = 26.0;

pub(super) fn tabs_ui(ui: &mut Ui, look: &Look, views: &Views) {
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let builder = UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Center));
    let mut tabs = ui.new_child(builder);
    tabs.add_space(MARGIN);
    tabs.spacing_mut().item_spacing.x = if row.width() < 640.0 { 8.0 } else { 22.0 };
    for tab in Tab::ALL {
        if tab_ui(&mut tabs, look, tab, views.serious).clicked() {
            look.ask(|question| question.tab = tab);
            // The chosen tab leads back to its chart.
            if matches!(look.state.page, Page::Differences | Page::Changes(_)) {
                look.send(Action::GoTo(Page::Tabs));
            }
        }
    }
    let rule = [pos2(row.left(), row.bottom() - 0.5), pos2(row.right(), row.bottom() - 0.5)];
    ui.painter().line_segment(rule, Stroke::new(1.0, look.color(Tone::Rule)));
    let links = links(look, views);
    let gap = tabs.spacing().item_spacing.x;
    let width = |text: &str| measure(text, TextStyle::Body.resolve(ui.style()).size, Weight::Regular).width;
    let needed: f32 = links.iter().map(|(text, _)| width(text) + gap).sum::<f32>() + MARGIN;
    if tabs.min_rect().right() + needed <= row.right() {
        links_ui(&mut tabs, look, links);
    } else {
        let size = vec2(row.width(), LINKS);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| links_ui(ui, look, links));
    }
}

fn links_ui(ui: &mut Ui, look: &Look, links: Vec<(String, Action)>) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(MARGIN);
        for (text, action) in links {
            if ui.add(Link::new(text)).clicked() {
                look.send(action);
            }
        }
    });
}

/// What can be copied and what else can be seen, from the right.
fn links(look: &Look, views: &Views) -> Vec<(String, Action)> {
    let mut links = Vec::new();
    if let Content::Changes(view) = &views.content {
        if !view.rows.is_empty() {
            links.push((look.say("menu-copy-table"), Action::CopyTable));
        }
        return links;
    }
    if let Some(file) = look.state.files.iter().find(|file| file.version.is_some()) {
        links.push((look.say("menu-changes"), Action::GoTo(Page::Changes(file.id))));
    }
    let (key, action) = match look.state.question.tab {
        Tab::Breakdown | Tab::Compare | Tab::Timeline => ("menu-copy-picture", Action::CopyPicture),
        Tab::Table => ("menu-copy-table", Action::CopyTable),
        Tab::Checks | Tab::Sources => return links,
    };
    if views_have_something(views) {
        links.push((look.say(key), action));
    }
    if look.state.question.tab == Tab::Compare {
        let (key, page) = match look.state.page {
            Page::Differences => ("compare-chart", Page::Tabs),
            Page::Tabs | Page::Changes(_) | Page::Import(_) | Page::Refused(_) => {
                ("compare-differences", Page::Differences)
            }
        };
        links.push((look.say(key), Action::GoTo(page)));
    }
    links
}

fn views_have_something(views: &Views) -> bool {
    match &views.content {
        Content::Figure(figure) => figure.empty.is_none(),
        Content::Table(rows, _) => !rows.is_empty(),
        Content::Changes(view) => !view.rows.is_empty(),
        Content::Import(_) | Content::Card(..) | Content::Checks(_) | Content::Sources(_) => false,
    }
}

fn tab_ui(ui: &mut Ui, look: &Look, tab: Tab, serious: usize) -> Response {
    let chosen = look.state.question.tab == tab;
    let name = look.say(&format!("tab-{}", tab.name()));
    let (weight, tone) = if chosen { (Weight::Strong, Tone::Ink) } else { (Weight::Regular, Tone::Muted) };
    let galley = super::text::galley(ui.ctx(), &name, 13.5, weight, look.color(tone));
    let count = if tab == Tab::Checks { serious } else { 0 };
    let badge = (count > 0)
        .then(|| super::text::galley(ui.ctx(), &whole(count as u64), 11.0, Weight::Strong, look.color(Tone::Doubt)));
    let badge_width = badge.as_ref().map_or(0.0, |galley| galley.size().x + 18.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + badge_width, HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, &name));
    let painter = ui.painter();
    let text = Rect::from_min_size(rect.min, vec2(galley.size().x, HEIGHT));
    if response.hovered() || response.has_focus() {
        let back = text.shrink2(vec2(-5.0, 6.0));
        painter.rect_filled(back, CornerRadius::same(4), look.color(Tone::AccentSoft));
    }
    painter.galley(pos2(text.left(), text.center().y - galley.size().y / 2.0), galley, look.color(tone));
    if let Some(badge) = badge {
        let size = vec2(badge.size().x + 12.0, 17.0);
        let pill = Rect::from_center_size(pos2(rect.right() - size.x / 2.0, rect.center().y), size);
        painter.rect_filled(pill, CornerRadius::same(8), look.color(Tone::DoubtSoft));
        painter.galley(pill.center() - badge.size() / 2.0, badge, look.color(Tone::Doubt));
    }
    if chosen {
        let line = [pos2(text.left(), rect.bottom() - 1.5), pos2(text.right(), rect.bottom() - 1.5)];
        painter.line_segment(line, Stroke::new(2.5, look.color(Tone::Accent)));
    }
    response
}
