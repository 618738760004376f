// The Fluent controls that the pane uses, no more of them, in the pane's own colour and the fonts of the system.
import {
  accentBaseColor,
  baseLayerLuminance,
  bodyFont,
  controlCornerRadius,
  fluentButton,
  fluentCheckbox,
  fluentProgressRing,
  fluentRadio,
  fluentRadioGroup,
  fluentTextField,
  provideFluentDesignSystem,
  StandardLuminance,
  SwatchRGB,
} from "@fluentui/web-components";

/** Registers the controls, for a light or a dark surrounding. */
export function registerControls(root: HTMLElement, isDark: boolean): void {
  provideFluentDesignSystem(root).register(
    fluentButton(),
    fluentCheckbox(),
    fluentProgressRing(),
    fluentRadio(),
    fluentRadioGroup(),
    fluentTextField(),
  );
  // #0f6e56, the green of the pane's style sheet.
  baseLayerLuminance.setValueFor(root, isDark ? StandardLuminance.DarkMode : StandardLuminance.LightMode);
  accentBaseColor.setValueFor(root, SwatchRGB.create(15 / 255, 110 / 255, 86 / 255));
  bodyFont.setValueFor(root, '"Segoe UI", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", system-ui, sans-serif');
  controlCornerRadius.setValueFor(root, 6);
}
