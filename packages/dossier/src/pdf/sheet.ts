import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "@cantoo/pdf-lib";
import { type Instant, instantToMillis } from "@temwen/vocabulary";
import { breakLines, toDrawable } from "./drawable.ts";

/** Sheets of paper, filled from the top. */
export type Sheet = {
  readonly title: (text: string) => void;
  readonly heading: (text: string) => void;
  readonly paragraph: (text: string) => void;
  /** Words that somebody else wrote: with a line at their side, as they stand. */
  readonly quote: (text: string) => void;
  /** What it is, in bold, and what it says. */
  readonly pair: (label: string, value: string) => void;
  /** Digests, paths and commands. */
  readonly code: (text: string) => void;
  /** Whether a sign that no font here draws stands by its number so far. */
  readonly hasNamedSigns: () => boolean;
  readonly finish: () => Promise<Uint8Array>;
};

// A4, in points.
const page = { width: 595.28, height: 841.89, margin: 62 } as const;
const room = page.width - 2 * page.margin;
const ink = rgb(0.1, 0.1, 0.12);
const faint = rgb(0.42, 0.42, 0.46);

type Style = { readonly font: PDFFont; readonly size: number; readonly indent?: number; readonly color?: typeof ink };

/** Opens empty sheets. `at` is the only hour that the file bears. */
export async function openSheet(about: {
  readonly title: string;
  readonly language: string;
  readonly at: Instant;
  /** Stands at the foot of every page, before its number. */
  readonly foot: string;
}): Promise<Sheet> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const hour = new Date(instantToMillis(about.at));
  document.setTitle(about.title, { showInWindowTitleBar: true });
  document.setLanguage(about.language);
  document.setCreationDate(hour);
  document.setModificationDate(hour);
  const plain = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const mono = await document.embedFont(StandardFonts.Courier);
  const canDraw = new Set(plain.getCharacterSet());
  const pages: PDFPage[] = [];
  let top = 0;
  let named = false;
  const turn = (): PDFPage => {
    const next = document.addPage([page.width, page.height]);
    pages.push(next);
    top = page.height - page.margin;
    return next;
  };
  /** The page on which so many points still fit. */
  const pageFor = (height: number): PDFPage => {
    const last = pages.at(-1);
    return last && top - height >= page.margin ? last : turn();
  };
  const write = (text: string, { font, size, indent = 0, color = ink }: Style, mark?: (on: PDFPage) => void): void => {
    const step = size * 1.42;
    const fits = (words: string): number => font.widthOfTextAtSize(words, size);
    const drawable = text.split("\n").map((line) => toDrawable(line.replace("\r", ""), canDraw));
    named ||= drawable.some((line) => /\[U\+[0-9A-F]{4,6}\]/.test(line));
    for (const line of breakLines(drawable.join("\n"), room - indent, fits)) {
      const on = pageFor(step);
      top -= step;
      on.drawText(line, { x: page.margin + indent, y: top, size, font, color });
      mark?.(on);
    }
  };
  const gap = (points: number): void => {
    top -= points;
  };
  const writePlain = (text: string): void => write(text, { font: plain, size: 10.5 });

  return {
    title: (text) => {
      write(text, { font: bold, size: 18 });
      gap(8);
    },
    heading: (text) => {
      // A heading alone at the foot of a page says nothing.
      pageFor(70);
      gap(14);
      write(text, { font: bold, size: 12.5 });
      gap(3);
    },
    paragraph: (text) => {
      writePlain(text);
      gap(4);
    },
    quote: (text) => {
      write(text, { font: plain, size: 10.5, indent: 14 }, (on) =>
        on.drawLine({
          start: { x: page.margin + 4, y: top - 3.5 },
          end: { x: page.margin + 4, y: top + 11.4 },
          thickness: 1.5,
          color: faint,
        }),
      );
      gap(4);
    },
    pair: (label, value) => {
      pageFor(32);
      write(label, { font: bold, size: 9, color: faint });
      write(value, { font: plain, size: 10.5 });
      gap(3);
    },
    code: (text) => {
      write(text, { font: mono, size: 8.5, indent: 14 });
      gap(2);
    },
    hasNamedSigns: () => named,
    finish: async () => {
      for (const [i, one] of pages.entries()) {
        const foot = toDrawable(`${about.foot}   ${i + 1} / ${pages.length}`, canDraw);
        one.drawText(foot, { x: page.margin, y: 34, size: 8, font: plain, color: faint });
      }
      return document.save();
    },
  };
}
