/** The smallest ONNX files by hand: protobuf after github.com/onnx/onnx/blob/main/onnx/onnx.proto (field numbers) and protobuf.dev/programming-guides/encoding. */

type Field = readonly [number: number, value: number | string | Uint8Array];

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}

function message(...fields: readonly Field[]): Uint8Array {
  return Buffer.concat(
    fields.map(([number, value]) => {
      if (typeof value === 'number') return Buffer.from([...varint(number * 8), ...varint(value)]);
      const bytes = typeof value === 'string' ? Buffer.from(value) : value;
      return Buffer.concat([Buffer.from([...varint(number * 8 + 2), ...varint(bytes.length)]), bytes]);
    }),
  );
}

const FLOAT = 1;
const INT64 = 7;

/** ValueInfoProto of a tensor; a string is a size that is not fixed. */
function tensorInfo(name: string, type: number, dims: readonly (number | string)[]): Uint8Array {
  const shape = message(...dims.map((dim) => [1, message(typeof dim === 'number' ? [1, dim] : [2, dim])] as const));
  return message([1, name], [2, message([1, message([1, type], [2, shape])])]);
}

/**
 * A token classifier that is a table: `logits[0][i] = table[input_ids[0][i]]`, one Gather. Each row of the table has the scores of all labels.
 * Takes `input_ids` and, where asked for, `attention_mask` and `token_type_ids`, which it does not use.
 */
export function tableClassifier(
  table: readonly (readonly number[])[],
  inputs = ['input_ids', 'attention_mask'],
): Uint8Array {
  const columns = table[0]?.length ?? 0;
  const weights = message(
    [1, table.length],
    [1, columns],
    [2, FLOAT],
    [8, 'table'],
    [9, new Uint8Array(Float32Array.from(table.flat()).buffer)],
  );
  const node = message([1, 'table'], [1, 'input_ids'], [2, 'logits'], [4, 'Gather']);
  const graph = message(
    [1, node],
    [2, 'classifier'],
    [5, weights],
    ...inputs.map((name) => [11, tensorInfo(name, INT64, ['batch', 'sequence'])] as const),
    [12, tensorInfo('logits', FLOAT, ['batch', 'sequence', columns])],
  );
  return message([1, 8], [7, graph], [8, message([1, ''], [2, 13])]);
}
