"""Two programs of others that read iCalendar, with nothing in common: they must find in our files what we say is there.

recurring-ical-events (Python, on icalendar and dateutil), and ical.js (Mozilla's, its own parser and arithmetic), which runs under
Node. Both answer beginnings: days as `2026-03-24`, moments in UTC as `2026-03-24T09:00Z`.
"""

import json
import shutil
import subprocess
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events

STATIC = Path(__file__).parents[2] / "static"

_NODE = """
import ICAL from '{module}';
let text = ''; for await (const chunk of process.stdin) text += chunk;
const out = [];
for (const source of JSON.parse(text)) {
  const root = new ICAL.Component(ICAL.parse(source)); const found = [];
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  for (const told of root.getAllSubcomponents('vevent')) {
    const walk = new ICAL.Event(told).iterator();
    for (let next; (next = walk.next()) && next.year <= {year}; ) found.push(next.isDate ? next.toString() : next.toUnixTime());
  }
  out.push(found);
}
console.log(JSON.stringify(out));
"""


def python_reads(file: str | bytes, first: date, last: date) -> list[str]:
    """The beginnings between two days; of the days around them some more."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(file)).between(first - timedelta(days=5), last + timedelta(days=6))
    return sorted(_said(one["DTSTART"].dt) for one in found)


def ical_js_reads(files: Sequence[str], year: int) -> list[list[str]]:
    """For each file all beginnings up to the end of that year."""
    module = STATIC / "node_modules" / "ical.js" / "dist" / "ical.js"
    node = shutil.which("node")
    if node is None or not module.exists():
        pytest.skip("Node or static/node_modules is not here: ical.js is not asked")
    script = _NODE.replace("{module}", module.as_uri()).replace("{year}", str(year))
    ran = subprocess.run(
        [node, "--input-type=module", "-e", script], input=json.dumps(files), capture_output=True, text=True, check=True, timeout=60
    )
    return [
        sorted(one if isinstance(one, str) else _said(datetime.fromtimestamp(one, UTC)) for one in found)
        for found in json.loads(ran.stdout)
    ]


def _said(moment: date) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}" if isinstance(moment, datetime) else moment.isoformat()
