//! What is drawn in the window. Reads the state and sends actions; holds nothing that it could change.

mod bottom;
mod card;
mod changes;
mod check_groups;
mod checks;
mod details;
mod dialogs;
mod events;
mod hits;
mod import;
mod left;
mod lists;
mod look;
mod menu;
mod paint;
mod pick;
mod plot;
mod plot_item;
mod read_bar;
mod refusal;
mod remarks;
mod row_remarks;
mod sentences;
mod sources;
mod table;
mod tabs;
pub mod text;
mod theme;
mod views;
mod window;

pub use check_groups::{CheckGroup, CheckLine};
pub use look::Look;
pub use theme::install as install_theme;
pub use views::{ChangesView, Content, Views};
pub use window::window_ui;
