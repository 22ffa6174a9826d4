// Stock editors of one page for tests: `yjs` and `y-websocket` as they come from npm, none of our own code around them.
//
// Speaks by lines: each JSON command on stdin is answered by what the editors show, and so is each change. The session goes along
// as a cookie, as from a browser. The socket is undici's: that of Node 20 itself stays silent when a line can't be opened.
// Started by tests/cms/test_page_stock.py, which finds the packages in static/.

const { createRequire } = require('node:module');
const { createInterface } = require('node:readline');

const npm = createRequire(`${process.argv[2]}/package.json`);
const Y = npm('yjs');
const { WebsocketProvider } = npm('y-websocket');
const { WebSocket } = npm('undici');

const editors = {};

function tell() {
  const shown = Object.entries(editors).map(([name, { root, provider, drops }]) => [
    name,
    {
      lines: root.toArray().map((line) => line.toArray().join('')),
      synced: provider.synced,
      cursors: [...provider.awareness.getStates().values()].map((state) => state.user?.name ?? '').sort(),
      drops: drops(),
    },
  ]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(shown))}\n`);
}

const commands = {
  open({ name, url, place, headers }) {
    class WithHeaders extends WebSocket {
      constructor(address, protocols) {
        super(address, { protocols, headers });
      }
    }
    const doc = new Y.Doc();
    const root = doc.getXmlFragment('default');
    const provider = new WebsocketProvider(url, place, doc, { WebSocketPolyfill: WithHeaders, disableBc: true, maxBackoffTime: 300 });
    let dropped = 0;
    editors[name] = { root, provider, drops: () => dropped };
    provider.on('connection-close', () => (dropped += 1));
    for (const news of ['status', 'sync', 'connection-close']) provider.on(news, tell);
    provider.awareness.on('change', tell);
    doc.on('update', tell);
  },
  write({ name, text }) {
    const line = new Y.XmlElement('paragraph');
    line.insert(0, [new Y.XmlText(text)]);
    editors[name].root.push([line]);
  },
  type({ name, text, at }) {
    const letters = editors[name].root.get(at).get(0);
    letters.insert(letters.length, text);
  },
  show({ name }) {
    const { root, provider } = editors[name];
    const spot = Y.createRelativePositionFromTypeIndex(root, 0);
    provider.awareness.setLocalStateField('user', { name: 'The Queen', color: 'red' });
    provider.awareness.setLocalStateField('cursor', { anchor: spot, head: spot });
  },
  close({ name }) {
    editors[name].provider.destroy();
  },
};

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { do: command, ...more } = JSON.parse(line);
    commands[command](more);
    tell();
  })
  .on('close', () => process.exit(0));
