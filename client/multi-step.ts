/** Several questions after one another in VS Code's quick input, with a way back and «step n of m». */
import * as vscode from 'vscode';

/** What a step shows beside its own: where it stands among the others. */
export interface Frame {
  title: string;
  step: number;
  /** Undefined while it depends on the answer. */
  totalSteps: number | undefined;
  canGoBack: boolean;
}
export const BACK = Symbol('back');
/** Undefined when the user has let it be. */
export type Answer<T> = T | typeof BACK | undefined;

export interface Step<A> {
  /** Whether it is asked, with the answers so far. */
  isAsked(answers: A): boolean;
  ask(frame: Frame, answers: A): Promise<Answer<A>>;
  /** How many steps there are is not known before this one is answered. */
  decides?: boolean;
}

/** Asks step by step; undefined when the user breaks off. A step back forgets nothing: it is asked again. */
export async function inSteps<A>(title: string, steps: readonly Step<A>[], begun: A): Promise<A | undefined> {
  let answers = begun;
  const history: Step<A>[] = [];
  const asked = (): Step<A>[] => steps.filter((step) => step.isAsked(answers));
  for (let step = asked()[0]; step; ) {
    const frame = { title, step: history.length + 1, totalSteps: step.decides ? undefined : asked().length, canGoBack: history.length > 0 };
    const answer = await step.ask(frame, answers);
    if (answer === undefined) return undefined;
    if (answer === BACK) {
      step = history.pop();
      continue;
    }
    history.push(step);
    answers = answer;
    const after = asked();
    step = after[after.indexOf(step) + 1];
  }
  return answers;
}

export interface Choice<T extends string = string> extends vscode.QuickPickItem {
  value: T;
}

/** One of a list; with `typed`, also what the user writes when the list has nothing like it. */
export function pickOne<T extends string>(frame: Frame, { placeholder, choices, active, typed }: { placeholder: string; choices: readonly Choice<T>[]; active: string | undefined; typed?: (text: string) => Choice<T> }): Promise<Answer<T>> {
  const pick = framed(vscode.window.createQuickPick<Choice<T>>(), frame, placeholder);
  pick.items = choices;
  pick.activeItems = choices.filter(({ value }) => value === active);
  if (typed) pick.onDidChangeValue((text) => { pick.items = [...choices, ...own(text, choices, typed)]; });
  return answered(pick, () => pick.activeItems[0]?.value);
}

/** Some of a list, and what the user writes besides. With nothing marked, the one the list stands at is meant, where there must be one. */
export function pickSome(frame: Frame, { placeholder, choices, chosen, typed, mayBeNone = false }: { placeholder: string; choices: readonly Choice[]; chosen: readonly string[]; typed?: (text: string) => Choice; mayBeNone?: boolean }): Promise<Answer<string[]>> {
  const pick = framed(vscode.window.createQuickPick<Choice>(), frame, placeholder);
  pick.canSelectMany = true;
  let offered = [...choices, ...(typed ? chosen.filter((value) => !choices.some((choice) => choice.value === value)).map(typed) : [])];
  pick.items = offered;
  pick.selectedItems = offered.filter(({ value }) => chosen.includes(value));
  if (typed) {
    pick.onDidChangeValue((text) => {
      const { selectedItems } = pick;
      offered = [...offered.filter((item) => choices.includes(item) || selectedItems.includes(item))];
      offered.push(...own(text, offered, typed));
      pick.items = offered;
      pick.selectedItems = selectedItems;
    });
  }
  return answered(pick, () => {
    // Behind what was typed, Enter marks what it means, and the list is there for the next.
    const text = pick.value.trim().toLowerCase();
    const meant = text ? (pick.activeItems[0] ?? offered.find(({ label }) => label.toLowerCase().startsWith(text)) ?? offered.find(({ label }) => label.toLowerCase().includes(text))) : undefined;
    if (meant && !pick.selectedItems.includes(meant)) {
      pick.selectedItems = [...pick.selectedItems, meant];
      pick.value = '';
      return undefined;
    }
    const marked = pick.selectedItems.map(({ value }) => value);
    if (marked.length || mayBeNone) return marked;
    return pick.activeItems[0] && [pick.activeItems[0].value];
  });
}

/** A line of text, proposed; not taken while `wrong` says what is wrong with it. */
export function askText(frame: Frame, { placeholder, prompt, value, wrong }: { placeholder: string; prompt: string; value: string; wrong: (text: string) => string | undefined }): Promise<Answer<string>> {
  const input = framed(vscode.window.createInputBox(), frame, placeholder);
  input.prompt = prompt;
  input.value = value;
  input.onDidChangeValue((text) => { input.validationMessage = wrong(text) ?? ''; });
  return answered(input, () => {
    input.validationMessage = wrong(input.value) ?? '';
    return input.validationMessage ? undefined : input.value.trim();
  });
}

/** What is typed, as a choice of its own, unless the list has it. */
function own<T extends string>(text: string, choices: readonly Choice<T>[], typed: (text: string) => Choice<T>): Choice<T>[] {
  const wanted = text.trim().toLowerCase();
  const isThere = choices.some(({ label, value }) => label.toLowerCase() === wanted || value.toLowerCase() === wanted);
  return wanted && !isThere ? [{ ...typed(text.trim()), alwaysShow: true }] : [];
}

type Input = vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox;

function framed<I extends Input>(input: I, { title, step, totalSteps, canGoBack }: Frame, placeholder: string): I {
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  input.placeholder = placeholder;
  // A look at the seeds or at another file must not cost the answers given so far.
  input.ignoreFocusOut = true;
  input.buttons = canGoBack ? [vscode.QuickInputButtons.Back] : [];
  return input;
}

function answered<I extends Input, T>(input: I, read: () => T | undefined): Promise<Answer<T>> {
  return new Promise<Answer<T>>((resolve) => {
    input.onDidAccept(() => {
      const value = read();
      if (value !== undefined) resolve(value);
    });
    input.onDidTriggerButton(() => resolve(BACK));
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => input.dispose());
}
