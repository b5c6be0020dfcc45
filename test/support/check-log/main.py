# Checks a log in a folder with nothing of ours: RFC 6962 by the book, Ed25519 as RFC 8032 writes it, C2SP tiles.
# Usage: main.py FOLDER ORIGIN PUBLIC_KEY_HEX. Says size and root, or what is wrong and exits with 1.
import base64, hashlib, os, struct, sys

p = 2**255 - 19
order = 2**252 + 27742317777372353535851937790883648493
d = -121665 * pow(121666, p - 2, p) % p
root_of_minus_one = pow(2, (p - 1) // 4, p)


def add(P, Q):
    A, B = (P[1] - P[0]) * (Q[1] - Q[0]) % p, (P[1] + P[0]) * (Q[1] + Q[0]) % p
    C, D = 2 * P[3] * Q[3] * d % p, 2 * P[2] * Q[2] % p
    E, F, G, H = B - A, D - C, D + C, B + A
    return (E * F % p, G * H % p, F * G % p, E * H % p)


def times(s, P):
    Q = (0, 1, 1, 0)
    while s > 0:
        if s & 1:
            Q = add(Q, P)
        P = add(P, P)
        s >>= 1
    return Q


def x_of(y, sign):
    x2 = (y * y - 1) * pow(d * y * y + 1, p - 2, p) % p
    x = pow(x2, (p + 3) // 8, p)
    if (x * x - x2) % p != 0:
        x = x * root_of_minus_one % p
    if y >= p or (x * x - x2) % p != 0 or (x == 0 and sign):
        fail("not a point of the curve")
    return p - x if (x & 1) != sign else x


def point(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    x = x_of(y, sign)
    return (x, y, 1, x * y % p)


base_y = 4 * pow(5, p - 2, p) % p
base_x = x_of(base_y, 0)
base = (base_x, base_y, 1, base_x * base_y % p)


def is_signed(key, message, signature):
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % order
    P, Q = times(s, base), add(point(signature[:32]), times(k, point(key)))
    same = (P[0] * Q[2] - Q[0] * P[2]) % p == 0 and (P[1] * Q[2] - Q[1] * P[2]) % p == 0
    return len(signature) == 64 and s < order and same


def fail(why):
    print(why)
    sys.exit(1)


def read(*path):
    try:
        with open(os.path.join(*path), "rb") as file:
            return file.read()
    except OSError:
        fail("missing: " + "/".join(path[1:]))


def sha256(data):
    return hashlib.sha256(data).digest()


def tree(leaves):
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return leaves[0]
    k = 1 << ((len(leaves) - 1).bit_length() - 1)
    return sha256(b"\x01" + tree(leaves[:k]) + tree(leaves[k:]))


def tile_name(level, n, width):
    groups = ["%03d" % (n % 1000)]
    while n >= 1000:
        n //= 1000
        groups.insert(0, "x%03d" % (n % 1000))
    return "tile/%s/%s%s" % (level, "/".join(groups), "" if width == 256 else ".p/%d" % width)


def tiles(level, count):
    return [(n, tile_name(level, n, min(256, count - 256 * n))) for n in range((count + 255) // 256)]


folder, origin, key = sys.argv[1], sys.argv[2], bytes.fromhex(sys.argv[3])
text, _, lines = read(folder, "checkpoint").decode().rpartition("\n\n")
said_origin, said_size, said_root = text.split("\n")
key_id = sha256(origin.encode() + b"\n\x01" + key)[:4]
prefix = "\u2014 " + origin + " "
blobs = [base64.b64decode(line[len(prefix):], validate=True) for line in lines.split("\n") if line.startswith(prefix)]
signed = [blob[4:] for blob in blobs if blob[:4] == key_id]
if said_origin != origin or len(signed) != 1 or not is_signed(key, (text + "\n").encode(), signed[0]):
    fail("the log did not sign this checkpoint")

size, leaves = int(said_size), []
for n, name in tiles("entries", size):
    bundle, at = read(folder, name), 0
    while at < len(bundle):
        (length,) = struct.unpack_from(">H", bundle, at)
        leaves.append(sha256(b"\x00" + bundle[at + 2 : at + 2 + length]))
        at += 2 + length
    if at != len(bundle) or len(leaves) != min(size, 256 * (n + 1)):
        fail("wrong: " + name)
level, row = 0, leaves
while row:
    for n, name in tiles(level, len(row)):
        if read(folder, name) != b"".join(row[256 * n : 256 * (n + 1)]):
            fail("wrong: " + name)
    row = [tree(row[i : i + 256]) for i in range(0, len(row) - 255, 256)]
    level += 1
if tree(leaves) != base64.b64decode(said_root, validate=True):
    fail("wrong: root")
print(size, said_root)
