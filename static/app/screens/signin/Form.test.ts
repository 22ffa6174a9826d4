// Signing in: what was typed stays whatever happens, errors are words, and nothing is sent twice.
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { session } from '../../space/session.svelte';
import { WireError } from '../../wire/http';
import { speak } from '../../words';
import Form from './Form.svelte';

const fields = () => ({
  name: screen.getByLabelText<HTMLInputElement>('User name or e-mail address'),
  password: screen.getByLabelText<HTMLInputElement>('Password'),
  send: screen.getByRole('button', { name: /^Sign/ }),
});

async function type(name: string, password: string) {
  const { name: one, password: two } = fields();
  await fireEvent.input(one, { target: { value: name } });
  await fireEvent.input(two, { target: { value: password } });
}

beforeAll(() => speak('en'));
afterEach(() => vi.restoreAllMocks());

describe('the sign-in form', () => {
  it('signs in with what was typed, without the spaces around the name', async () => {
    const signIn = vi.spyOn(session, 'signIn').mockResolvedValue(null);
    render(Form);
    await type(' pia ', 'two words ');
    await fireEvent.click(fields().send);
    expect(signIn).toHaveBeenCalledExactlyOnceWith('pia', 'two words ');
  });

  it('says what is missing and puts the focus there', async () => {
    const signIn = vi.spyOn(session, 'signIn');
    render(Form);
    await fireEvent.click(fields().send);
    expect(fields().name).toBe(document.activeElement);
    expect(fields().name.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Type your user name or e-mail address.')).toBeTruthy();
    expect(signIn).not.toHaveBeenCalled();
  });

  it('keeps both after a wrong password and selects the password', async () => {
    vi.spyOn(session, 'signIn').mockRejectedValue(new WireError('', { code: 'wrong_credentials' }));
    render(Form);
    await type('pia', 'wrong');
    await fireEvent.click(fields().send);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('do not belong together'));
    const { name, password } = fields();
    expect([name.value, password.value]).toEqual(['pia', 'wrong']);
    await waitFor(() => expect(document.activeElement).toBe(password));
    expect([password.selectionStart, password.selectionEnd]).toEqual([0, 5]);
  });

  it.each([
    [{ code: 'too_many', retry_after: 30 }, 'Wait \u206830\u2069 seconds.'],
    [{ code: 'too_many_tries', retry_after: 290 }, 'Wait \u20685\u2069 minutes.'],
    [{ code: 'offline' }, 'There is no connection.'],
    [{ code: 'unavailable' }, 'The server is busy'],
    [{ code: 'internal', ref: 'K7' }, '\u2068K7\u2069'],
  ])('tells %o in words', async (data, words) => {
    vi.spyOn(session, 'signIn').mockRejectedValue(new WireError('', data));
    render(Form);
    await type('pia', 'secret');
    await fireEvent.click(fields().send);
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(words));
  });

  it('does not send twice while it waits', async () => {
    const signIn = vi.spyOn(session, 'signIn').mockReturnValue(new Promise(() => {}));
    render(Form);
    await type('pia', 'secret');
    await fireEvent.click(fields().send);
    await fireEvent.click(fields().send);
    expect(signIn).toHaveBeenCalledOnce();
  });

  it('shows the password when asked', async () => {
    render(Form);
    expect(fields().password.type).toBe('password');
    await fireEvent.click(screen.getByRole('button', { name: 'Show the password' }));
    expect(fields().password.type).toBe('text');
  });
});
