type Choice = 'system' | 'light' | 'dark';

const order: readonly Choice[] = ['system', 'light', 'dark'];
const signs: Readonly<Record<Choice, string>> = { system: '◐', light: '☀', dark: '☾' };
const dark = matchMedia('(prefers-color-scheme: dark)');
const listeners: (() => void)[] = [];
let choice: Choice = 'system';

export function isDark(): boolean {
  return choice === 'dark' || (choice === 'system' && dark.matches);
}

/** Calls when the colours change. */
export function onTheme(listener: () => void): void {
  listeners.push(listener);
}

/** The button that goes through: as the system, light, dark. What is chosen is remembered where that is allowed. */
export function themeButton(button: HTMLButtonElement): void {
  const remembered = recall();
  if (order.includes(remembered as Choice)) choice = remembered as Choice;
  const show = () => {
    if (choice === 'system') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.dataset['theme'] = choice;
    button.textContent = signs[choice];
    button.setAttribute('aria-label', `Colours: ${choice === 'system' ? 'as the system' : choice}`);
    for (const listener of listeners) listener();
  };
  button.addEventListener('click', () => {
    choice = order[(order.indexOf(choice) + 1) % order.length]!;
    remember(choice);
    show();
  });
  dark.addEventListener('change', show);
  show();
}

const key = 'expc-theme';

/** Pages opened from a file may have no storage. */
function recall(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Only this time, then.
  }
}
