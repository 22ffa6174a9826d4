// What strangers see: fonts, colours and the one style sheet of published pages. There is no script on them:
// the build makes a style sheet of this, and twinspace_server/pages/render.py finds it through the manifest.
import '@fontsource-variable/atkinson-hyperlegible-next';
import '@fontsource-variable/rubik';
import './app/look/tokens.css?by-preference';
import './page.css';
