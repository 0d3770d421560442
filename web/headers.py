"""Headers of every answer: nothing is cached, nothing is framed, no script but ours runs."""

from __future__ import annotations

from flask import Flask, Response, request

from web.config import Config

# Scripts and stylesheets come from this server alone. Only style *attributes* are free: the widgets and the chart
# tooltips place themselves with them.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def _policy(host: str) -> str:
    sockets = f" ws://{host} wss://{host}"  # older Safari does not count them as 'self'
    return "; ".join(f"{name} {value}{sockets if name == 'connect-src' else ''}" for name, value in POLICY.items())


def install(app: Flask, config: Config) -> None:
    """Put the headers on every answer of *app*."""

    @app.after_request
    def add(response: Response) -> Response:
        response.headers.update(FIXED)
        response.headers["Content-Security-Policy"] = _policy(request.host)
        if config.is_https:
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        if request.path.startswith("/static/assets/"):  # their names change with their content
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        else:
            response.headers["Cache-Control"] = "no-store"
            response.headers["Vary"] = "Cookie"
        return response
