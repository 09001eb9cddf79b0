/** What something looks like depends on these: equal texts and numbers, the same objects. */
type Depends = readonly unknown[];

interface Seen<View> {
  readonly on: Depends;
  readonly view: View;
}

const alike = (one: Depends, other: Depends): boolean =>
  one.length === other.length && one.every((part, at) => part === other[at]);

/** The last view of each thing, for as long as the thing lives and what the view depends on stays the same. */
export class SeenAlike<Thing extends object, View> {
  private readonly seen = new WeakMap<Thing, Seen<View>>();

  /** The view as it was made last, or made now. */
  of(thing: Thing, on: Depends, make: () => View): View {
    const last = this.seen.get(thing);
    if (last !== undefined && alike(last.on, on)) return last.view;
    const view = make();
    this.seen.set(thing, { on, view });
    return view;
  }
}
