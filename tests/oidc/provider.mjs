// A certified OpenID Connect provider for the tests of single sign-on: `node provider.mjs <settings as JSON>`.
// It says when it listens, and takes whoever the address of the interaction names (`?as=<subject>`) for signed in.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const { accounts, client, port } = JSON.parse(process.argv[2]);

const server = createServer((request, response) => handle(request, response));
server.listen(port, '127.0.0.1', () => {
  const provider = new Provider(`http://localhost:${port}`, {
    clients: [client],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    cookies: { keys: ['a key of these tests alone'] },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, sub) => accounts[sub] && { accountId: sub, claims: () => ({ sub, ...accounts[sub] }) },
    // It rightly calls no address of a machine's own; here ours is one.
    fetch: (url, { dispatcher: _guard, ...options }) => globalThis.fetch(url, options),
    // Nobody is asked what they allow: that is not what these tests are about.
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client.clientId,
        accountId: context.oidc.session.accountId,
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  for (const what of ['server_error', 'backchannel.error']) provider.on(what, (_context, error) => console.error(what, error));
  const answer = provider.callback();
  handle = async (request, response) => {
    const address = new URL(request.url, 'http://localhost');
    if (address.pathname === '/favicon.ico') return response.writeHead(204).end();
    if (!address.pathname.startsWith('/interaction/')) return answer(request, response);
    const as = address.searchParams.get('as');
    if (as === null) {
      const names = Object.keys(accounts).map((name) => `<a href="?as=${name}">${name}</a>`);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return response.end(`<!doctype html><html lang="en"><title>Provider</title><h1>Who are you?</h1>${names.join(' ')}</html>`);
    }
    const result = as === 'nobody' ? { error: 'access_denied' } : { login: { accountId: as } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };
  console.log('ready');
});

let handle = (_request, response) => response.end();
