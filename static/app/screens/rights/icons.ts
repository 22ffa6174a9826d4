// The icon of a kind of place, also of one that has no screen here.

import FileText from '@lucide/svelte/icons/file-text';
import Folder from '@lucide/svelte/icons/folder';
import { kindOf } from '../kinds';

export const iconOf = (type: string) => kindOf(type)?.icon ?? (type === 'folder' ? Folder : FileText);
