// Where the app starts: fonts and styles, theme, language, router, then the first screen.
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/rubik/wght.css';
import './look/tokens.css';
import './look/base.css';
import './look/shapes.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { theme } from './look/theme.svelte';
import { startRouter } from './router';
import { likelyLanguage, speak } from './words';

theme.start();
startRouter();
await speak(likelyLanguage());
mount(App, { target: document.body });
