import type { View } from 'vega';
import { element } from './dom.js';
import { part } from './parts.js';

/** Buttons under a picture that save it as it is drawn. */
export function saveButtons(box: HTMLElement, view: View): void {
  const files = box.closest('article')?.querySelector('.files');
  files?.querySelector('.save')?.remove();
  const name = box.dataset['plot']!.replace(/^\w+:/, '');
  const make = (type: 'svg' | 'png') => {
    const button = element('button', { type: 'button' }, `Save as ${type.toUpperCase()}`);
    button.addEventListener('click', () => {
      void view.toImageURL(type, type === 'png' ? 3 : 1).then((url) => download(url, `${name}.${type}`));
    });
    return button;
  };
  files?.prepend(element('span', { class: 'save' }, make('svg'), ' ', make('png'), ' '));
}

/** Buttons that save a part of the page's data. */
export function saveData(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-save]'))
    button.addEventListener('click', () => {
      const name = button.dataset['save']!;
      const url = URL.createObjectURL(new Blob([part<string>(name) ?? ''], { type: 'text/csv' }));
      download(url, `${name.replace(/^\w+:/, '')}.csv`);
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    });
}

function download(url: string, name: string): void {
  element('a', { href: url, download: name }).click();
}
