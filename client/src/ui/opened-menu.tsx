import { Menu, type MenuProps } from "@mantine/core";
import { cloneElement, type ReactElement, type ReactNode, type Ref, useEffect, useRef, useState } from "react";

interface OpenedMenuProps extends Pick<MenuProps, "width"> {
  readonly target: ReactElement<{ ref?: Ref<HTMLButtonElement> }>;
  readonly children: ReactNode;
}

/** A menu that opens as soon as it is there, since somebody has pressed the button that stood in for it. */
export function OpenedMenu({ target, children, ...props }: OpenedMenuProps) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The menu gives the focus back to whatever had it when it opened.
    button.current?.focus();
    setOpened(true);
  }, []);
  return (
    <Menu position="bottom-end" opened={opened} onChange={setOpened} {...props}>
      <Menu.Target>{cloneElement(target, { ref: button })}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
