// The signs that a place may carry beside its title, by the names that the server knows. One file each: never the barrel.

import Bird from '@lucide/svelte/icons/bird';
import Book from '@lucide/svelte/icons/book';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import Camera from '@lucide/svelte/icons/camera';
import Compass from '@lucide/svelte/icons/compass';
import Fish from '@lucide/svelte/icons/fish';
import FlaskConical from '@lucide/svelte/icons/flask-conical';
import Globe from '@lucide/svelte/icons/globe';
import Heart from '@lucide/svelte/icons/heart';
import House from '@lucide/svelte/icons/house';
import Languages from '@lucide/svelte/icons/languages';
import Leaf from '@lucide/svelte/icons/leaf';
import MapIcon from '@lucide/svelte/icons/map';
import Mountain from '@lucide/svelte/icons/mountain';
import Music from '@lucide/svelte/icons/music';
import Palette from '@lucide/svelte/icons/palette';
import Puzzle from '@lucide/svelte/icons/puzzle';
import Rocket from '@lucide/svelte/icons/rocket';
import School from '@lucide/svelte/icons/school';
import Star from '@lucide/svelte/icons/star';
import Sun from '@lucide/svelte/icons/sun';
import TreeDeciduous from '@lucide/svelte/icons/tree-deciduous';
import Trophy from '@lucide/svelte/icons/trophy';
import Waves from '@lucide/svelte/icons/waves';
import FileText from '@lucide/svelte/icons/file-text';
import type { Component } from 'svelte';
import type { Place } from '../../wire/shapes';
import type { WordId } from '../../words';
import { kindOf } from '../kinds';

export type Sign = Component<{ size?: number }>;

export const SIGNS = {
  bird: Bird,
  book: Book,
  bulb: Lightbulb,
  camera: Camera,
  compass: Compass,
  fish: Fish,
  flask: FlaskConical,
  globe: Globe,
  heart: Heart,
  house: House,
  languages: Languages,
  leaf: Leaf,
  map: MapIcon,
  mountain: Mountain,
  music: Music,
  palette: Palette,
  puzzle: Puzzle,
  rocket: Rocket,
  school: School,
  star: Star,
  sun: Sun,
  tree: TreeDeciduous,
  trophy: Trophy,
  waves: Waves,
} as unknown as Record<string, Sign>;

export const nameOf = (sign: string) => `place-sign-${sign}` as WordId;

/** Its own sign, else that of its kind. */
export const signOf = ({ icon, type }: Pick<Place, 'icon' | 'type'>): Sign =>
  (icon && SIGNS[icon]) || ((kindOf(type)?.icon ?? FileText) as unknown as Sign);
