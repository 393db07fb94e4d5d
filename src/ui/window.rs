//! The arrangement: menu above, events and switches left, tabs in the middle, details right, what happened below.

use super::{Content, Look, Views};
use super::{
    bottom, card, changes, checks, details, dialogs, import, left, menu, plot, read_bar, refusal, remarks, sources,
    table, tabs,
};
use crate::analysis::Tab;
use crate::chart::Tone;
use crate::state::{Dialog, Page};
use eframe::egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

const LEFT_WIDTH: f32 = 236.0;

/// Draws the whole window.
pub fn window_ui(ui: &mut Ui, look: &Look, views: &mut Views) {
    views.update(look.state, look.locale);
    menu::shortcuts(ui, look, views);
    let panel = |horizontal, vertical| {
        Frame::new().fill(look.color(Tone::Panel)).inner_margin(Margin::symmetric(horizontal, vertical))
    };
    Panel::top("menu").frame(panel(8, 2)).show(ui, |ui| menu::menu_ui(ui, look, views));
    if !look.state.remarks.is_empty() {
        let soft = Frame::new().fill(look.color(Tone::DoubtSoft)).inner_margin(Margin::symmetric(14, 6));
        Panel::top("remarks").frame(soft).show(ui, |ui| remarks::remarks_ui(ui, look));
    }
    Panel::bottom("bottom").frame(panel(14, 3)).show(ui, |ui| bottom::bottom_ui(ui, look, views));
    if let (Page::Import(import), Content::Import(view)) = (&look.state.page, &views.content) {
        import::import_ui(ui, look, import, view);
        dialogs::dialogs_ui(ui, look);
        return;
    }
    if let Some(file) = read_bar::table(look).filter(|_| look.state.page == Page::Tabs) {
        let soft = Frame::new().fill(look.color(Tone::AccentSoft)).inner_margin(Margin::symmetric(14, 3));
        Panel::top("read-as").frame(soft).show(ui, |ui| read_bar::read_bar_ui(ui, look, file));
    }
    let wide = ui.available_width();
    // A narrow window gives the chart more of what there is.
    let side = if wide < 1160.0 { 214.0 } else { LEFT_WIDTH };
    let scrolled = |horizontal, vertical| {
        let frame = panel(horizontal, vertical);
        frame.inner_margin(Margin { right: 0, ..frame.inner_margin })
    };
    Panel::left("events").frame(scrolled(8, 6)).resizable(false).exact_size(side).show(ui, |ui| {
        scroll_ui(ui, 8.0, |ui| left::left_ui(ui, look, &views.lists));
    });
    let details_width = (wide * 0.235).clamp(256.0, 380.0);
    Panel::right("details").frame(scrolled(16, 12)).resizable(false).exact_size(details_width).show(ui, |ui| {
        scroll_ui(ui, 16.0, |ui| details::details_ui(ui, look, views));
    });
    let paper = Frame::new().fill(look.color(Tone::Paper));
    CentralPanel::default().frame(paper).show(ui, |ui| match &look.state.page {
        Page::Refused(refusals) => refusals.iter().take(1).for_each(|refusal| refusal::refusal_ui(ui, look, refusal)),
        Page::Tabs | Page::Differences | Page::Changes(_) | Page::Import(_) => {
            tabs::tabs_ui(ui, look, views);
            tab_ui(ui, look, views);
        }
    });
    dialogs::dialogs_ui(ui, look);
    if look.state.dialog == Dialog::None {
        dialogs::drop_ui(ui, look);
    }
}

/// A panel that may be longer than the window: its scroll bar lies in the margin at its right, over nothing.
fn scroll_ui(ui: &mut Ui, margin: f32, add: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - margin);
        add(ui);
    });
}

fn tab_ui(ui: &mut Ui, look: &Look, views: &mut Views) {
    let tab = look.state.question.tab;
    match &views.content {
        Content::Figure(figure) => {
            let figure = figure.clone();
            let name = if tab == Tab::Breakdown { "breakdown" } else { "compare" };
            plot::plot_ui(ui, look, name, &figure, (&mut views.drawn, views.comparison.as_deref()));
        }
        Content::Card(differences, offers) => card::card_ui(ui, look, differences, offers),
        Content::Changes(view) => changes::changes_ui(ui, look, view),
        // It fills the window by itself.
        Content::Import(_) => {}
        Content::Table(rows, needs) => table::table_ui(ui, look, (rows, *needs)),
        Content::Checks(lines) => checks::checks_ui(ui, look, lines),
        Content::Sources(lines) => sources::sources_ui(ui, look, lines),
    }
}
