// The emoji that can be picked: chosen for two classes who work together. Whoever has others on the keyboard may use
// those in messages; a reaction can be any of these.

export const QUICK = ['👍', '❤️', '😂', '😮', '👏', '🎉'];

export const EMOJI = [
  ...['😀', '😄', '😂', '😊', '😍', '🤩', '😎', '🤔', '😮', '😅', '😢', '😴', '🥳', '🙃', '🤗', '🤓'],
  ...['👍', '👎', '👏', '🙌', '🙏', '💪', '👋', '✌️', '🤝', '👀', '❤️', '💛', '💚', '💙', '💜', '🔥'],
  ...['✨', '🎉', '⭐', '🌈', '☀️', '🌙', '🌧️', '❄️', '🌊', '🏞️', '🌳', '🌻', '🐟', '🦆', '🐸', '🦋'],
  ...['🏫', '🚲', '🚌', '⚽', '🎨', '🎵', '📷', '📚', '✏️', '🔬', '🗺️', '🧇', '🍞', '🍎', '🍫', '☕'],
];
