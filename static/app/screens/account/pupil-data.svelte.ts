// What teachers may do with all that is kept of a pupil of their own school: take a copy of it, or erase it, when parents ask for it.
// From My team and from the settings of a space; EraseDialog shows whom `erasing` names.
import { explain } from '../../explain';
import { toast } from '../../parts/toasts.svelte';
import { call } from '../../wire/http';
import { t } from '../../words';
import { download } from './copies';

class PupilData {
  /** Who is to be erased, once it was found out that one may. */
  erasing = $state.raw<{ id: string; name: string; username: string } | null>(null);

  async ask(pupil: { id: string; name: string }): Promise<void> {
    try {
      const told = await call<{ may: boolean; username: string | null }>('erasure.about', { person: pupil.id });
      if (!told.may || !told.username) return toast(t('settings-not-confirmed'));
      this.erasing = { id: pupil.id, name: pupil.name, username: told.username };
    } catch (error) {
      toast(explain(error).text);
    }
  }

  async copy(person: string): Promise<void> {
    try {
      await download(person);
    } catch (error) {
      const { code } = error as { code?: string };
      toast(code === 'not_found' ? t('settings-not-confirmed') : explain(error).text);
    }
  }
}

export const pupilData = new PupilData();
