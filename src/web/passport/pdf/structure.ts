/**
 * The tags of the PDF: what is a heading, a list, a paragraph, and in which language (ISO 32000-1, 14.7 and 14.8; PDF/UA-1). Blocks
 * come in the order they are read.
 */
import type PDFDocument from 'pdfkit';
import type { Block } from './sheet-blocks.ts';

type Document = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Document['struct']>;
type Content = ReturnType<Document['markStructureContent']>;

export interface Structure {
  /** What follows belongs to this block. */
  begin(block: Block): void;
  /** Adds what was drawn of a run of the block that was begun. @param lang of the run where it is another than the sheet's. */
  add(content: Content, run: number, lang: string | undefined): void;
  end(): void;
}

export function createStructure(document: Document): Structure {
  const root = document.struct('Document');
  document.addStructure(root);
  let section: Element | undefined;
  let list: Element | undefined;
  let body: Element | undefined;
  let item: Element | undefined;
  let leaf: Element | undefined;
  let span: { readonly run: number; readonly element: Element } | undefined;

  const child = (parent: Element, type: string): Element => {
    const element = document.struct(type);
    parent.add(element);
    return element;
  };
  const endLeaf = () => {
    span?.element.end();
    span = undefined;
    leaf?.end();
    leaf = undefined;
  };
  const endItem = () => {
    endLeaf();
    body?.end();
    item?.end();
    body = undefined;
    item = undefined;
  };
  const endSection = () => {
    endItem();
    list?.end();
    list = undefined;
    section?.end();
    section = undefined;
  };
  return {
    begin(block) {
      endLeaf();
      switch (block.kind) {
        case 'title':
          leaf = child(root, 'H1');
          break;
        case 'heading':
          endSection();
          section = child(root, 'Sect');
          leaf = child(section, 'H2');
          break;
        case 'name':
          endItem();
          list ??= child(section ?? root, 'L');
          item = child(list, 'LI');
          body = child(item, 'LBody');
          leaf = child(body, 'P');
          break;
        case 'intro':
        case 'note':
          leaf = child(section ?? root, 'P');
          break;
        case 'said':
        case 'differs':
        case 'beside':
          leaf = child(body ?? root, 'P');
          break;
        case 'rule':
          break;
      }
    },
    add(content, run, lang) {
      if (leaf === undefined) return;
      if (span !== undefined && span.run !== run) {
        span.element.end();
        span = undefined;
      }
      if (lang === undefined) {
        leaf.add(content);
        return;
      }
      if (span === undefined) {
        span = { run, element: document.struct('Span', { lang }) };
        leaf.add(span.element);
      }
      span.element.add(content);
    },
    end() {
      endSection();
      root.end();
    },
  };
}
