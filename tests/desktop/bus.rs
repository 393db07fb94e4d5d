//! A message bus of its own with the desktop portal, which shows the system's file dialogs.

use super::process::{Process, wait_for};
use super::screen::Screen;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The programs of the portal: the one that draws the dialogs, then the one that is asked for them.
pub const PORTALS: [&str; 2] = ["xdg-desktop-portal-gtk", "xdg-desktop-portal"];

const NAMES: [&str; 2] = ["org.freedesktop.impl.portal.desktop.gtk", "org.freedesktop.portal.Desktop"];

/// It starts no service by itself, so that every process has one that knows its id.
const CONFIGURATION: &str = r#"<busconfig>
  <type>session</type>
  <listen>unix:dir=RUN</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// A message bus with the portal on it. Fields are dropped in this order.
pub struct Bus {
    _portals: Vec<Process>,
    _daemon: Process,
    pub address: String,
}

impl Bus {
    pub fn start(screen: &Screen, folder: &Path) -> Self {
        let configuration = folder.join("bus.conf");
        fs::write(&configuration, CONFIGURATION.replace("RUN", folder.join("run").to_str().unwrap())).unwrap();
        // Newer portals want to be told which of them draws.
        fs::create_dir_all(folder.join("config/xdg-desktop-portal")).unwrap();
        fs::write(folder.join("config/xdg-desktop-portal/portals.conf"), "[preferred]\ndefault=gtk\n").unwrap();

        let mut command = Command::new("dbus-daemon");
        screen.environment(&mut command);
        command.args(["--nofork", "--print-address=1", "--config-file"]).arg(&configuration);
        let mut daemon = Process::start("dbus-daemon", &mut command, folder);
        let address = daemon.first_line();
        let mut portals = Vec::new();
        for (program, name) in PORTALS.into_iter().zip(NAMES) {
            let mut command = Command::new(helper(program).unwrap());
            screen.environment(&mut command);
            let mut portal = Process::start(program, command.env("DBUS_SESSION_BUS_ADDRESS", &address), folder);
            wait_for(name, || {
                assert!(portal.is_running(), "{program} ended");
                has_owner(screen, &address, name).then_some(())
            });
            portals.push(portal);
        }
        Self { _portals: portals, _daemon: daemon, address }
    }
}

/// Whether somebody on the bus answers to `name`.
fn has_owner(screen: &Screen, address: &str, name: &str) -> bool {
    let mut command = Command::new("dbus-send");
    screen.environment(&mut command);
    let call = ["--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner"];
    command.arg(format!("--bus={address}")).arg("--print-reply=literal").args(call).arg(format!("string:{name}"));
    let output = command.output().unwrap();
    output.status.success() && String::from_utf8_lossy(&output.stdout).contains("true")
}

/// Where a program is that is not meant to be called by hand.
pub fn helper(name: &str) -> Option<PathBuf> {
    let folders = ["/usr/libexec", "/usr/lib", "/usr/lib/xdg-desktop-portal"];
    folders.into_iter().map(|folder| Path::new(folder).join(name)).find(|file| file.is_file())
}
