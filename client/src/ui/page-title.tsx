import { Title } from "@mantine/core";
import { useEffect, useRef } from "react";

/** The page's heading; it names the browser's tab, and gets the focus so that a screen reader says where it is. */
export function PageTitle({ title }: { readonly title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Concord`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <Title order={1} ref={heading} tabIndex={-1}>
      {title}
    </Title>
  );
}
