// Light or dark: the reader's own choice, else what the device asks for. Started by main.ts before anything is drawn;
// switched on the account screen and in the bar. It only ever sets `data-theme` on the page's root.
import { recall, remember } from '../remember';

export type ThemeChoice = 'system' | 'light' | 'dark';

const device = matchMedia('(prefers-color-scheme: dark)');
let choice = $state<ThemeChoice>((recall('theme') as ThemeChoice | null) ?? 'system');
let deviceDark = $state(device.matches);

const shown = () => (choice === 'system' ? (deviceDark ? 'dark' : 'light') : choice);
const show = () => (document.documentElement.dataset.theme = shown());

export const theme = {
  get choice() {
    return choice;
  },
  get dark() {
    return shown() === 'dark';
  },
  set(next: ThemeChoice) {
    choice = next;
    remember('theme', next === 'system' ? null : next);
    show();
  },
  start() {
    device.addEventListener('change', (event) => {
      deviceDark = event.matches;
      show();
    });
    show();
  },
};
