/** Blocks: the report's tree, block by block, as paragraphs and tables. */
import { Bookmark, BorderStyle, HeadingLevel, Paragraph, TabStopType, type FileChild, type IParagraphOptions, type IRunOptions } from 'docx';
import { BULLETS, COLOUR, numbersFrom, PAGE, STYLE } from './look.ts';
import { cardsOf, tableOf } from './tables.ts';
import { find, hasClass, idOf, runs, wordsOf, type Bookmarks, type Node } from './words.ts';

type ParagraphSettings = { -readonly [key in keyof Exclude<IParagraphOptions, string>]: Exclude<IParagraphOptions, string>[key] };

/** What a block inherits from those around it. */
interface Around {
  /** How far it is moved in, in twips. */
  left: number;
  look: IRunOptions;
  /** A line down its left side. */
  isStatement?: boolean;
  style?: string;
}

/** The title stands above the outline: sections are Heading 1. */
const HEADINGS = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];
const FACT_NAMES = 2800;

/** Turns blocks into what a document's section holds. One for each document. */
export class Blocks {
  private lists = 0;
  private pending: string[] = [];
  constructor(private readonly bookmarks: Bookmarks) {}

  of(nodes: readonly Node[], around: Around = { left: 0, look: {} }): FileChild[] {
    return nodes.flatMap((node) => this.one(node, around));
  }

  private one(node: Node, around: Around): FileChild[] {
    const name = this.bookmarks.get(idOf(node) ?? '');
    if (name !== undefined) this.pending.push(name);
    switch (node.type) {
      case 'heading': return [this.paragraph(node.children, { left: 0, look: {} }, { heading: HEADINGS[(node.depth ?? 1) - 1] ?? HeadingLevel.HEADING_5 })];
      case 'paragraph': return [this.words(node, around)];
      case 'list': return hasClass(node, 'v-facts') ? this.facts(node, around) : this.list(node, around, 0);
      case 'table': return [tableOf(node, this.bookmarks, around.left), gap()];
      case 'code': return (node.value ?? '').split('\n').map((line) => this.paragraph([{ type: 'text', value: line }], { ...around, style: STYLE.code }, { spacing: { after: 0 } }));
      case 'blockquote': return this.of(node.children ?? [], { ...around, left: around.left + 360, look: { ...around.look, color: COLOUR.soft } });
      case 'thematicBreak': return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: COLOUR.line } } })];
      case 'block': return this.block(node, around);
      default: return node.children ? this.of(node.children, around) : [];
    }
  }

  private block(node: Node, around: Around): FileChild[] {
    const children = node.children ?? [];
    if (hasClass(node, 'v-cards')) return [cardsOf(node, this.bookmarks), gap()];
    if (hasClass(node, 'v-risk-head')) return this.riskHead(node, around);
    if (hasClass(node, 'v-q')) return this.of(children, { ...around, left: PAGE.numbers });
    if (hasClass(node, 'v-statement')) return this.of(children, { ...around, left: around.left + 240, isStatement: true });
    return this.of(children, around);
  }

  private words(node: Node, around: Around): Paragraph {
    const children = node.children ?? [];
    if (hasClass(node, 'v-ask')) {
      const [id, , ...rest] = children;
      const numbered = id && hasClass(id, 'v-id');
      return this.paragraph(numbered ? [id, { type: 'tab' }, ...rest] : children, { ...around, style: STYLE.ask }, { indent: { left: PAGE.numbers, hanging: numbered ? PAGE.numbers : 0 }, tabStops: [{ type: TabStopType.LEFT, position: PAGE.numbers }] });
    }
    if (hasClass(node, 'v-alert')) return this.paragraph(children, { ...around, style: STYLE.alert }, {});
    return this.paragraph(children, hasClass(node, 'v-quiet') ? { ...around, style: STYLE.quiet } : around, {});
  }

  private riskHead(node: Node, around: Around): FileChild[] {
    const [id, title, levels] = node.children ?? [];
    const [first, ...rest] = title?.children ?? [];
    return [
      this.paragraph([...(id?.children ?? []), { type: 'tab' }, ...(first?.children ?? [])], { ...around, look: { bold: true } }, { keepNext: true, spacing: { before: 320, after: 60 }, indent: { left: 600, hanging: 600 }, tabStops: [{ type: TabStopType.LEFT, position: 600 }] }),
      ...this.of(rest, { ...around, left: 600 }),
      this.paragraph(levels?.children, { ...around, left: 600 }, { keepNext: true }),
    ];
  }

  /** «Navn   verdi», the values in a column of their own. */
  private facts(node: Node, around: Around): FileChild[] {
    return (node.children ?? []).flatMap((row): FileChild[] => {
      const name = find(row, 'v-name');
      const value = find(row, 'v-value');
      const onLine = value?.type === 'span';
      const at = around.left + FACT_NAMES;
      const line = this.paragraph([...(name ? [plain(name)] : []), ...(onLine ? [{ type: 'tab' }, value] : [])], around, { indent: { left: onLine ? at : around.left, hanging: onLine ? FACT_NAMES : 0 }, tabStops: [{ type: TabStopType.LEFT, position: at }], spacing: { after: 50 }, keepNext: !onLine });
      return onLine || !value ? [line] : [line, ...this.of(value.children ?? [], { ...around, left: around.left + 360 })];
    });
  }

  private list(node: Node, around: Around, level: number): FileChild[] {
    const instance = ++this.lists;
    const reference = node.ordered ? numbersFrom(node.start ?? 1) : BULLETS;
    const isTicked = hasClass(node, 'v-criteria-list');
    const left = around.left + 360 * (level + 1);
    return (node.children ?? []).flatMap((row) => {
      const [first, ...rest] = row.children ?? [];
      const lead = first?.type === 'paragraph' ? first : undefined;
      const marker: ParagraphSettings = isTicked ? { indent: { left: around.left + 360, hanging: 360 } } : { numbering: { reference, level, instance }, indent: { left, hanging: 300 } };
      const after = lead ? rest : (row.children ?? []);
      return [
        ...(lead ? [this.paragraph(lead.children, around, { ...marker, spacing: { after: 50 } })] : [this.paragraph([], around, marker)]),
        ...after.flatMap((child) => (child.type === 'list' ? this.list(child, around, Math.min(level + 1, 8)) : this.one(child, { ...around, left }))),
      ];
    });
  }

  private paragraph(children: readonly Node[] | undefined, around: Around, settings: ParagraphSettings): Paragraph {
    const marks = this.pending.splice(0).map((id) => new Bookmark({ id, children: [] }));
    return new Paragraph({
      ...(around.style ? { style: around.style } : {}), ...(around.left ? { indent: { left: around.left } } : {}),
      ...(around.isStatement ? { border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: COLOUR.accent } } } : {}),
      ...settings, children: [...marks, ...runs(children ?? [], this.bookmarks, around.look)],
    });
  }
}

/** Between a table and what follows: two tables that touch become one. */
const gap = (): Paragraph => new Paragraph({ spacing: { after: 0, line: 120 } });

/** A fact's name is a label here, not the bold word that Markdown needs. */
const plain = (name: Node): Node => ({ ...name, children: [{ type: 'text', value: wordsOf(name) }] });

/** Bookmarks' names by id: letters, digits and `_`, at most 40, each once. */
export function bookmarksOf(nodes: readonly Node[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const visit = (node: Node): void => {
    const id = idOf(node);
    if (id !== undefined && !names.has(id)) {
      const plainName = `v_${id.replace(/[^A-Za-z\d]+/g, '_')}`.slice(0, 34);
      let name = plainName;
      for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plainName}_${n}`;
      taken.add(name.toLowerCase());
      names.set(id, name);
    }
    node.children?.forEach(visit);
  };
  nodes.forEach(visit);
  return names;
}

/** The numbers that ordered lists begin with. */
export function startsOf(nodes: readonly Node[], found = new Set<number>()): Set<number> {
  for (const node of nodes) {
    if (node.type === 'list' && node.ordered) found.add(node.start ?? 1);
    startsOf(node.children ?? [], found);
  }
  return found;
}
