import { t } from "@lingui/core/macro";
import { Box, Radio, SimpleGrid, Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./choice.module.css";

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** What is shown stands in the label of its button, so that all of it can be pressed: no more than text. */
  readonly options: readonly { readonly value: Value; readonly title: string; readonly shown: ReactNode }[];
  readonly error?: ReactNode;
}

/** Values of one field side by side, of which one is chosen. */
export function Choice<Value extends string>({ label, value, onChange, options, error }: ChoiceProps<Value>) {
  return (
    <Radio.Group
      label={label}
      value={value}
      error={error}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option) onChange(option.value);
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: options.length }} spacing="sm" mt={4}>
        {options.map((option) => (
          <Box key={option.value} className={`surface ${classes["option"]}`}>
            <Radio
              value={option.value}
              classNames={{ labelWrapper: classes["label"] ?? "" }}
              label={
                <>
                  <Text span size="sm" c="dimmed" display="block" mb={4}>
                    {option.title}
                  </Text>
                  <Text span className={`prose ${classes["value"]}`} lineClamp={12}>
                    {option.shown || t`(empty)`}
                  </Text>
                </>
              }
            />
          </Box>
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}
