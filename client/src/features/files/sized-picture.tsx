import { PICTURE_EDGES, type PictureSize } from "@concord/shared/attachments";

/** What is known of a picture that is shown. */
export interface ShownPicture {
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
}

interface SizedPictureProps {
  readonly picture: ShownPicture;
  /** What it shows; empty where the words beside it say so already. */
  readonly alt: string;
  readonly className?: string | undefined;
  /** How wide it is on the page, as in the attribute `sizes`: browsers take the version that fits. */
  readonly sizes: string;
  /** Shown at once, and not when somebody comes near it. */
  readonly isEager?: boolean;
}

const addressOf = (url: string, size: PictureSize) => `${url}?size=${size}`;

/** A picture in the smallest version that fits, so that a slow line is spared the whole photo. */
export function SizedPicture({ picture, alt, className, sizes, isEager = false }: SizedPictureProps) {
  const { url, width, height } = picture;
  return (
    <img
      className={className}
      src={addressOf(url, "small")}
      srcSet={`${addressOf(url, "small")} ${PICTURE_EDGES.small}w, ${addressOf(url, "medium")} ${PICTURE_EDGES.medium}w`}
      sizes={sizes}
      alt={alt}
      // Pictures from before their size was kept are given the shape of most photos.
      width={width ?? 4}
      height={height ?? 3}
      loading={isEager ? "eager" : "lazy"}
      decoding="async"
    />
  );
}
