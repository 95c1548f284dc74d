import { type Attachment, fitted, isImage } from '@parlor/client';
import { EDGE, useFilesModule } from './files-module';

/** The files of a message. Their places are kept while what shows them is on its way. */
export function Attached({ files }: { files: readonly Attachment[] }) {
  const module = useFilesModule();
  if (module) return <module.Files files={files} />;
  return (
    <div class="files">
      {files.map((file) => (
        <span
          key={file.id}
          class={isImage(file) ? 'picture' : 'file'}
          style={isImage(file) ? placed(file) : {}}
        >
          <bdi>{file.name}</bdi>
        </span>
      ))}
    </div>
  );
}

/** The place of an image, before it is there and after. */
export function placed(file: Attachment) {
  const { width, height } = fitted(file, EDGE);
  return { inlineSize: `${width}px`, aspectRatio: `${width} / ${height}` };
}
