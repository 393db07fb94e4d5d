//! The program as eframe runs it: takes in what jobs report, applies it, draws, and starts what has to be done.

use crate::analysis::table;
use crate::arguments::Arguments;
use crate::chart::Shade;
use crate::display;
use crate::example;
use crate::export;
use crate::jobs::Jobs;
use crate::state::{Action, Effect, Origin, Recipes, State, Theme};
use crate::text::Locale;
use crate::ui::{Content, Look, Views, install_theme, window_ui};
use eframe::egui::{ColorImage, Context, ThemePreference, Ui, ViewportBuilder, ViewportCommand, vec2};
use eframe::{CreationContext, Frame, NativeOptions, Storage};
use std::path::PathBuf;
use std::sync::Arc;

const RECENT: &str = "recent-files";
const THEME: &str = "theme";
const RECIPES: &str = "recipes";

/// The running program.
pub struct App {
    state: State,
    views: Views,
    locale: Locale,
    jobs: Jobs,
    title: String,
}

impl App {
    /// Opens with the example, and reads what the command line names.
    pub fn new(creation: &CreationContext, arguments: Arguments) -> anyhow::Result<Self> {
        install_theme(&creation.egui_ctx);
        let ctx = creation.egui_ctx.clone();
        let jobs = Jobs::new(move || ctx.request_repaint());
        let mut state = State::new(Origin::Example, Arc::new(example::dataset()?));
        // Without a folder to start in, relative paths stay as they are.
        state.folder = std::env::current_dir().unwrap_or_default();
        if let Some(storage) = creation.storage {
            let recent: Vec<PathBuf> = eframe::get_value(storage, RECENT).unwrap_or_default();
            let recipes: Option<String> = eframe::get_value(storage, RECIPES);
            // Those of a later version may not be understood; then there are none.
            let recipes: Option<Recipes> = recipes.and_then(|text| serde_json::from_str(&text).ok());
            let _ = state.apply(Action::RememberRecipes(Arc::new(recipes.unwrap_or_default())));
            let theme: Option<String> = eframe::get_value(storage, THEME);
            let _ = state.apply(Action::Remember(recent));
            let _ = state.apply(Action::SetTheme(theme_named(theme.as_deref())));
        }
        if let Some(theme) = arguments.theme {
            let _ = state.apply(Action::SetTheme(theme));
        }
        if let Some(tab) = arguments.tab {
            let mut question = state.question.clone();
            question.tab = tab;
            let _ = state.apply(Action::Ask(Box::new(question)));
        }
        let mut app = Self { state, views: Views::default(), locale: Locale::english(), jobs, title: String::new() };
        app.show_theme(&creation.egui_ctx);
        if !arguments.files.is_empty() {
            let origins = arguments.files.into_iter().map(Origin::Path).collect();
            let effects = app.state.apply(Action::OpenTogether(origins));
            app.perform(effects, &creation.egui_ctx, None);
        }
        Ok(app)
    }

    /// What the window knows, for tests.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Applies actions and starts what they ask for.
    pub fn apply(&mut self, actions: Vec<Action>, ctx: &Context, frame: Option<&Frame>) {
        for action in actions {
            let effects = self.state.apply(action);
            self.perform(effects, ctx, frame);
            ctx.request_repaint();
        }
        self.show_theme(ctx);
    }

    fn perform(&mut self, effects: Vec<Effect>, ctx: &Context, frame: Option<&Frame>) {
        for effect in effects {
            match effect {
                Effect::Load(job, origin) => self.jobs.load(job, origin, self.state.recipes.clone()),
                Effect::Gather(job, origin, recipe) => self.jobs.gather(job, origin, recipe),
                Effect::SaveRecipe { path, recipe, replace } => self.jobs.save_recipe(path, &recipe, replace),
                Effect::Cancel(job) => self.jobs.cancel(job),
                Effect::Ask(prompt) => self.jobs.ask(&prompt, frame),
                Effect::Save { path, dataset, replace } => self.jobs.save(path, dataset, replace),
                Effect::SaveView { path, view, replace } => self.jobs.save_view(path, view, replace),
                Effect::CopyText(text) => ctx.copy_text(text),
                Effect::CopyPicture => self.copy_picture(ctx),
                Effect::CopyTable => ctx.copy_text(self.table_text()),
                Effect::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            }
        }
    }

    /// The table as text: of what changed where that is shown, else of every count.
    fn table_text(&mut self) -> String {
        self.views.update(&self.state, &self.locale);
        if let Content::Changes(view) = &self.views.content {
            return export::changes_tsv(&view.rows);
        }
        let question = &self.state.question;
        self.state.with_library(|library| export::table_tsv(library, &table(library, question), &self.locale))
    }

    /// The chart on show, at twice its size, always on light paper: it is made for print.
    fn copy_picture(&mut self, ctx: &Context) {
        self.views.update(&self.state, &self.locale);
        let Content::Figure(figure) = &self.views.content else { return };
        if let Some((width, height, pixels)) = export::picture_of(&export::on_paper(figure), Shade::Light, 2.0) {
            let size = [width as usize, height as usize];
            ctx.copy_image(ColorImage::from_rgba_unmultiplied(size, &pixels));
        }
    }

    fn show_theme(&self, ctx: &Context) {
        let wanted = match self.state.theme {
            Theme::System => ThemePreference::System,
            Theme::Light => ThemePreference::Light,
            Theme::Dark => ThemePreference::Dark,
        };
        if ctx.options(|options| options.theme_preference) != wanted {
            ctx.set_theme(wanted);
        }
    }

    /// The window is titled after what is open.
    fn show_title(&mut self, ctx: &Context) {
        let title = self.state.with_library(|library| library.title(&self.locale));
        let title = format!("{title} - Tollview");
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, frame: &mut Frame) {
        let news = self.jobs.receive();
        let ctx = ui.ctx().clone();
        self.apply(news, &ctx, Some(frame));
        let dark = ui.visuals().dark_mode;
        let look = Look::new(&self.state, &self.locale, dark);
        window_ui(ui, &look, &mut self.views);
        let actions = look.into_actions();
        self.apply(actions, &ctx, Some(frame));
        self.show_title(&ctx);
    }

    fn save(&mut self, storage: &mut dyn Storage) {
        eframe::set_value(storage, RECENT, &self.state.recent);
        // As JSON, which recipes are written in everywhere else.
        let recipes = serde_json::to_string(&*self.state.recipes).unwrap_or_default();
        eframe::set_value(storage, RECIPES, &recipes);
        eframe::set_value(storage, THEME, &theme_name(self.state.theme).to_owned());
    }
}

fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

fn theme_named(name: Option<&str>) -> Theme {
    match name {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

/// The window before anything is in it.
#[must_use]
pub fn window_options() -> NativeOptions {
    let viewport = ViewportBuilder::default()
        .with_title("Tollview")
        .with_app_id("tollview")
        .with_inner_size(vec2(1280.0, 800.0))
        .with_min_inner_size(vec2(800.0, 560.0))
        .with_drag_and_drop(true);
    NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..NativeOptions::default() }
}

/// Opens the window and runs until it is closed. The error says what is missing and what to do.
pub fn run_window(arguments: Arguments) -> anyhow::Result<()> {
    anyhow::ensure!(!display::is_missing(), display::missing());
    let created = Box::new(|creation: &CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        Ok(Box::new(App::new(creation, arguments)?))
    });
    eframe::run_native("tollview", window_options(), created).map_err(|error| no_window(&error))
}

/// Why there is no window. Most of these errors name files of a library's source, so only their kind is told.
fn no_window(error: &eframe::Error) -> anyhow::Error {
    match error {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => anyhow::anyhow!(display::silent()),
        eframe::Error::Glutin(_) | eframe::Error::NoGlutinConfigs(..) | eframe::Error::OpenGL(_) => {
            anyhow::anyhow!(display::without_opengl())
        }
        eframe::Error::AppCreation(error) => anyhow::anyhow!("no window could be opened: {error}"),
    }
}
