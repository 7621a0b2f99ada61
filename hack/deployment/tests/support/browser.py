"""Chromium without a screen, steered by Playwright."""

import socket
from contextlib import ExitStack, contextmanager

from playwright.sync_api import sync_playwright

from .cluster import await_that
from .containers import Container, free_port

SIZE = "1400,900"
PATIENCE_MS = 120_000


class Browser:
    """Knows where the host is, and its certificate's key."""

    def __init__(self, certificate, front_port, directory):
        port = free_port()
        directory.mkdir(parents=True)
        directory.chmod(0o777)
        with ExitStack() as begun:
            chromium = Container(
                directory / "chromium",
                "desk",
                "HOME=/browser",
                "chromium",
                "--headless=new",
                # it is in a container of its own, as user nobody
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                f"--window-size={SIZE}",
                f"--remote-debugging-port={port}",
                "--user-data-dir=/browser/profile",
                f"--host-resolver-rules=MAP {certificate.host} 127.0.0.1:{front_port}",
                f"--ignore-certificate-errors-spki-list={certificate.pin()}",
                user="65534:65534",
                binds={directory: "/browser"},
            )
            begun.callback(chromium.stop)
            await_that("Chromium listens", lambda: self._listens(port), told=chromium.log.read_text)
            playwright = begun.enter_context(sync_playwright())
            self._steered = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
            begun.callback(self._steered.close)
            self.stop = begun.pop_all().close

    @staticmethod
    def _listens(port):
        with socket.socket() as tried:
            return tried.connect_ex(("127.0.0.1", port)) == 0

    @contextmanager
    def page(self, picture):
        """An empty page, closed at the end; what it shows when something fails is kept as a picture."""
        page = self._steered.contexts[0].new_page()
        page.set_default_timeout(PATIENCE_MS)
        try:
            yield page
        except BaseException:
            page.screenshot(path=picture)
            raise
        finally:
            page.close()
