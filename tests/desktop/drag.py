"""A window to drag files out of: drag.py FILE…"""

import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402  (the versions come first)

handle = Gtk.EventBox()
handle.add(Gtk.Label(label="drag me"))
handle.drag_source_set(
    Gdk.ModifierType.BUTTON1_MASK, [Gtk.TargetEntry.new("text/uri-list", 0, 0)], Gdk.DragAction.COPY
)
uris = [Path(file).as_uri() for file in sys.argv[1:]]
handle.connect("drag-data-get", lambda _widget, _context, data, _info, _time: data.set_uris(uris))
window = Gtk.Window(title="Drag source", default_width=160, default_height=80, decorated=False)
window.add(handle)
window.move(1400, 850)
window.set_keep_above(True)
window.show_all()
Gtk.main()
