import { Box, Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./facts.module.css";

/** Names and values of a record; what is empty is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <Box component="dl" className={classes["facts"] ?? ""}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== "" && value !== false)
        .map(([name, value]) => (
          <Box key={name} className={classes["fact"] ?? ""}>
            <Text component="dt" size="sm" c="dimmed">
              {name}
            </Text>
            <Box component="dd" m={0}>
              {value}
            </Box>
          </Box>
        ))}
    </Box>
  );
}
