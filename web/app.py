"""The application: one factory that puts all parts together."""

from __future__ import annotations

from flask import Flask

from web import auth, errors, headers, sockets
from web.config import Config
from web.routes.classes import classes_routes
from web.routes.hs import hs_routes
from web.routes.join import join
from web.routes.pages import STATIC, pages
from web.routes.people import people_routes
from web.routes.runs import runs_routes
from web.server import Server

MAX_BODY = 65_536
"""Bytes of a request; a roster may be longer."""


def create_app(config: Config) -> Flask:
    """A server that is running: database open, engine host started, classes that were being played going on."""
    app = Flask("bordercast", static_folder=str(STATIC), static_url_path="/static")
    app.config.update(MAX_CONTENT_LENGTH=MAX_BODY, MAX_FORM_MEMORY_SIZE=MAX_BODY, MAX_FORM_PARTS=4)
    server = Server(app, config)
    errors.install(app)
    auth.install(app, config, server.store)
    headers.install(app, config)
    for blueprint in (join, classes_routes, runs_routes, people_routes, hs_routes, pages):
        app.register_blueprint(blueprint)
    sockets.install(server.socketio)
    return app
