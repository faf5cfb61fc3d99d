import { cloneElement, type LazyExoticComponent, type ReactElement, type Ref, Suspense, useState } from "react";

/** The button of a menu. */
export type MenuTarget = ReactElement<{
  ref?: Ref<HTMLButtonElement>;
  onClick?: () => void;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  "aria-haspopup"?: "menu";
  "aria-expanded"?: boolean;
}>;

interface DeferredMenuProps<Given extends object> {
  readonly target: MenuTarget;
  /** The menu, whose code is not fetched yet. */
  readonly menu: LazyExoticComponent<(props: Given & { readonly target: MenuTarget }) => ReactElement>;
  readonly fetch: () => Promise<unknown>;
  /** What the menu is about. */
  readonly given: Given;
}

/**
 * A menu whose code is fetched when somebody reaches for its button: over a slow line, nobody waits for menus that
 * they do not open.
 */
export function DeferredMenu<Given extends object>({ target, menu: MenuOf, fetch, given }: DeferredMenuProps<Given>) {
  const [pressed, setPressed] = useState(false);
  const begin = () => {
    // Where it fails, opening the menu fails, and says so.
    fetch().catch(() => undefined);
  };
  const standIn = cloneElement(target, {
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onPointerEnter: begin,
    onFocus: begin,
    onClick: () => setPressed(true),
  });
  if (!pressed) return standIn;
  return (
    <Suspense fallback={standIn}>
      <MenuOf {...given} target={target} />
    </Suspense>
  );
}
