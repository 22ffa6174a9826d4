"""What others say of the public pages: the Nu HTML checker finds no error, Lighthouse gives at least 95 in each of its four categories.

They come from npm (`tests/judges`), which `make prove` installs; without them, or without Java, this is left out.
"""

import asyncio
import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.browser.conftest import CHROMIUM, Demo

JUDGES = Path(__file__).parent.parent / "judges" / "node_modules"
CHECKER = JUDGES / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = JUDGES / ".bin" / "lighthouse"
LEAST = 0.95
MOST_BYTES = 100_000

pytestmark = [pytest.mark.long, pytest.mark.skipif(not CHECKER.exists(), reason="The judges are not installed; make prove does it.")]


async def run(*command: str, **environment: str) -> tuple[int, str]:
    done = await asyncio.create_subprocess_exec(
        *command, env=os.environ | environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    out, _ = await done.communicate()
    return done.returncode or 0, out.decode(errors="replace")


async def addresses(demo: Demo) -> dict[str, str]:
    public = str(demo.told["public_url"])
    home = public.rpartition("/")[0]
    async with httpx2.AsyncClient(timeout=60) as client:
        cards = re.findall(r'<h3><a href="([^"]+)"', (await client.get(home)).text)
    return {"page": public, "home": home, **{f"card{at}": f"{demo.url}{path}" for at, path in enumerate(cards)}}


@pytest.mark.skipif(shutil.which("java") is None, reason="The HTML checker needs Java.")
async def test_the_html_is_valid(demo: Demo, tmp_path: Path) -> None:
    async with httpx2.AsyncClient(timeout=60) as client:
        for name, address in (await addresses(demo)).items():
            for language in ("en", "nl"):
                (tmp_path / f"{name}-{language}.html").write_bytes((await client.get(f"{address}?lang={language}")).content)
        (tmp_path / "nothing.html").write_bytes((await client.get(f"{demo.url}/p/nothing-2222222222")).content)
    code, said = await run("java", "-jar", str(CHECKER), "--stdout", *map(str, sorted(tmp_path.glob("*.html"))))
    assert (code, said.strip()) == (0, "")


async def test_lighthouse_finds_little_to_wish_for(demo: Demo, tmp_path: Path) -> None:
    async with httpx2.AsyncClient(base_url=demo.url, timeout=60) as client:
        asked = {"name": "alice", "password": demo.password("alice"), "token": True}
        token = (await client.post("/api/people.sign_in", json=asked)).json()["token"]
        opened = {"space": demo.told["space"], "indexed": True}
        assert (await client.post("/api/publish.site", json=opened, headers={"Authorization": f"Bearer {token}"})).status_code == 200
    written = tmp_path / "told.json"
    flags = "--chrome-flags=--headless --no-sandbox --disable-gpu"
    for address in (str(demo.told["public_url"]), str(demo.told["public_url"]).rpartition("/")[0]):
        code, said = await run(
            str(LIGHTHOUSE), address, "--quiet", flags, "--output=json", f"--output-path={written}", CHROME_PATH=str(CHROMIUM)
        )  # fmt: skip
        assert code == 0, said[-2000:]
        told: Any = json.loads(written.read_text("utf-8"))
        scores = {name: one["score"] for name, one in told["categories"].items()}
        assert min(scores.values()) >= LEAST, (address, scores)
        requests = told["audits"]["network-requests"]["details"]["items"]
        assert all(one["url"].startswith((demo.url, "data:")) for one in requests)
        if address == demo.told["public_url"]:
            assert sum(one.get("transferSize", 0) for one in requests) < MOST_BYTES
