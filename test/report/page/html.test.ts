import { decodeHTML } from 'entities';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escape, html, Html, prose, scriptJson, textOf } from '../../../report/page/html.js';

describe('escape', () => {
  it('leaves nothing that could be markup, and is undone by a browser', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = escape(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(decodeHTML(escaped)).toBe(text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd'));
      }),
    );
  });
});

describe('html', () => {
  it('escapes what is put in, in elements and attributes', () => {
    const evil = `"><img src=x onerror='alert(1)'>`;
    const made = html`<p title="${evil}">${evil}</p>`.text;
    expect(made).toBe(
      '<p title="&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;">&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;</p>',
    );
  });

  it('keeps markup that it made itself, and lists of it', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
    expect(textOf(items)).toBe('<li>a</li><li>&lt;b&gt;</li>');
    expect(html`${items}`.text).toBe(textOf(items));
  });

  it('leaves out what is not there, but not zero', () => {
    expect(html`${null}${undefined}${false}${0}${''}`.text).toBe('0');
  });
});

describe('prose', () => {
  it('marks names, escaped as everything', () => {
    expect(prose('`a<b` is not `c`').text).toBe('<code>a&lt;b</code> is not <code>c</code>');
  });
});

describe('scriptJson', () => {
  it('is JSON of the same value that cannot end its element', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = scriptJson(value).text;
        expect(text).not.toMatch(/[<>&]/);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(scriptJson('</script><!--')).toEqual(new Html('"\\u003c/script\\u003e\\u003c!--"'));
  });
});
