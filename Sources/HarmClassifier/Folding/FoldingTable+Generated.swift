// Made by scripts/folding/generate.py from Unicode 14.0.0 and scripts/folding/lookalikes.txt. Do not edit.
// swift-format-ignore-file

extension FoldingTable {
  /// One line a range of code points: `first[-last] kind [text]`; the script's head explains the kinds.
  static let generatedRows: StaticString = #"""
    0-8 z
    9 w
    b-c w
    e-1f z
    20 w
    41-5a p a+
    7f-84 z
    85 w
    86-9f z
    a0 w
    a1 c i
    a2 c c
    a3 c l
    a4 c o
    a5 c y
    a6 y
    a7 c s
    a8 y
    a9 c c
    aa l a
    ab p "
    ac y
    ad z
    ae c r
    af-b1 y
    b2-b3 p 2+
    b4 p '
    b5 l u
    b6-b8 y
    b9 p 1
    ba p o
    bb p "
    bf y
    c0-c5 p a
    c6 p ae
    c7 p c
    c8-cb p e
    cc-cf p i
    d0 p d
    d1-d2 p n+
    d3-d6 p o
    d7 c x
    d8 s o
    d9-dc p u
    dd p y
    de s p
    df l b
    e0-e5 p a
    e6 p ae
    e7 p c
    e8-eb p e
    ec-ef p i
    f0 p d
    f1-f2 p n+
    f3-f6 p o
    f7 y
    f8 s o
    f9-fc p u
    fd p y
    fe s p
    ff p y
    100-105 p a
    106-10d p c
    10e-10f p d
    110-111 s d
    112-11b p e
    11c-123 p g
    124-125 p h
    126-127 s h
    128-131 p i
    132 s ij
    133 p ij
    134-135 p j
    136-137 p k
    138 s k
    139-13e p l
    13f-142 s l
    143-148 p n
    14a-14b s n
    14c-151 p o
    152-153 p oe
    154-159 p r
    15a-161 p s
    162-165 p t
    166-167 s t
    168-173 p u
    174-175 p w
    176-178 p y
    179-17e p z
    17f s s
    180-183 s b
    184 p ƅ
    186 s o
    187 s c
    188 l c
    189-18c s d
    18e-190 s e
    191 s f
    192 l f
    193 s g
    194 s y
    196-197 s i
    198-199 s k
    19a s l
    19c-19d s m+
    19e-19f s n+
    1a0-1a1 p o
    1a2 p ƣ
    1a4-1a5 s p
    1a6 p ʀ
    1a7 p ƨ
    1a9 p ʃ
    1ab-1ae s t
    1af-1b0 p u
    1b1 p ʊ
    1b2 s v
    1b3-1b4 s y
    1b5-1b6 s z
    1b7 p ʒ
    1b8 p ƹ
    1bb l 2
    1bc-1bd l 5
    1c4 s dz
    1c5 p dz
    1c6 s dz
    1c7 s lj
    1c8 p lj
    1c9 s lj
    1ca s nj
    1cb p nj
    1cc s nj
    1cd-1ce p a
    1cf-1d0 p i
    1d1-1d2 p o
    1d3-1dc p u
    1dd s e
    1de p a
    1df s s
    1e0-1e1 p a
    1e4-1e5 s g
    1e6-1e7 p g
    1e8-1e9 p k
    1ea-1ed p o
    1f0 p j
    1f1 s dz
    1f2 p dz
    1f3 s dz
    1f4-1f5 p g
    1f6 p ƕ
    1f7 p ƿ
    1f8-1f9 p n
    1fa-1fb p a
    1fe-1ff s o
    200-203 p a
    204-207 p e
    208-20b p i
    20c-20f p o
    210-213 p r
    214-217 p u
    218-219 p s
    21a-21b p t
    21c p ȝ
    21e-21f p h
    220 s n
    221 s d
    222 p ȣ
    224-225 s z
    226-227 p a
    228-229 p e
    22a-231 p o
    232-233 p y
    234 l l
    235 s n
    236 s t
    237 s j
    23a s a
    23b-23c s c
    23d s l
    23e s t
    23f s s
    240 s z
    241 p ɂ
    243 s b
    244 s u
    245 s a
    246-247 s e
    248-249 s j
    24a-24b s q
    24c-24d s r
    24e-24f s y
    250 s a
    253 s b
    254 s o
    255-256 s c+
    257-258 s d+
    259 s e
    25b-25e s e
    25f s j
    260-262 s g
    263 s y
    265-266 s h
    268-26a s i
    26b-26e s l
    26f-271 s m
    272-274 s n
    275 s o
    277 s w
    278 s o
    279-281 s r
    282-283 s s
    284 l f
    287-288 s t
    289-28a s u
    28b s v
    28c s a
    28d s w
    28e-28f s y
    290-292 s z
    299 s b
    29a s e
    29b-29c s g+
    29d-29f s j+
    2a0 s q
    2ae-2b1 s h
    2b2 s j
    2b3-2b6 s r
    2b7 s w
    2b8 s y
    2bc p '
    2c2-2c5 y
    2d2-2df y
    2e1 s l
    2e2 s s
    2e3 s x
    2e5-2eb y
    2ed y
    2ef-2ff y
    300-34e m
    34f z
    350-36f m
    370 p ͱ
    372 p ͳ
    375 y
    376 p ͷ
    37a l  i
    37e p ;
    37f l j
    384-385 y
    386 l a
    387 y
    388 l e
    389-38a l h+
    38c l o
    38e l y
    38f l w
    390 l i
    391-392 l a+
    393 l y
    394 l a
    395 l e
    396 l z
    397 l h
    398 l o
    399 l i
    39a l k
    39b l a
    39c-39d l m+
    39e l e
    39f l o
    3a0 l n
    3a1 l p
    3a3 l e
    3a4 l t
    3a5 l y
    3a6 l o
    3a7-3a8 l x+
    3a9 l w
    3aa l i
    3ab l u
    3ac l a
    3ad l e
    3ae l n
    3af l i
    3b0 l u
    3b1-3b2 l a+
    3b3 l y
    3b4-3b5 l d+
    3b6 l z
    3b7-3b8 l n+
    3b9 l i
    3ba l k
    3bc-3bd l u+
    3be l e
    3bf l o
    3c0 l n
    3c1 l p
    3c2 l c
    3c3 l o
    3c4-3c5 l t+
    3c6 l o
    3c7-3c8 l x+
    3c9 l w
    3ca l i
    3cb l u
    3cc l o
    3cd l u
    3ce l w
    3cf p ϗ
    3d0 l b
    3d1 l o
    3d2 l y
    3d3-3d4 l u
    3d5 l o
    3d6 l w
    3d8 p ϙ
    3da p ϛ
    3dc-3dd l f
    3de p ϟ
    3e0 p ϡ
    3e2 p ϣ
    3e4 p ϥ
    3e6 p ϧ
    3e8 p ϩ
    3ea p ϫ
    3ec p ϭ
    3ee p ϯ
    3f0 l k
    3f1 l p
    3f2 l c
    3f3 l j
    3f4 l o
    3f5 l e
    3f6 y
    3f7 p ϸ
    3f9 l c
    3fa p ϻ
    3fd-3ff p ͻ+
    400-401 l e
    402 l h
    403 l r
    404 l e
    405 l s
    406-407 l i
    408 l j
    409-40a p љ+
    40b l h
    40c l k
    40d l n
    40e l y
    40f l u
    410-411 l a+
    412 l b
    413 l r
    414-415 l d+
    416 l x
    417 l e
    418-419 l n
    41a l k
    41b l n
    41c l m
    41d l h
    41e l o
    41f l n
    420 l p
    421 l c
    422 l t
    423 l y
    424 l o
    425 l x
    426 l u
    427 l y
    428-429 l w
    42a l b
    42b p ы
    42c l b
    42d l e
    42e p ю
    42f l r
    430-431 l a+
    432 l b
    433 l r
    434-435 l d+
    436 l x
    437 l e
    438-439 l n
    43a l k
    43b l n
    43c l m
    43d l h
    43e l o
    43f l n
    440 l p
    441 l c
    442 l t
    443 l y
    444 l o
    445 l x
    446 l u
    447 l y
    448-449 l w
    44a l b
    44c l b
    44d l e
    44f l r
    450-451 l e
    452 l h
    453 l r
    454 l e
    455 l s
    456-457 l i
    458 l j
    45b l h
    45c l k
    45d l n
    45e l y
    45f l u
    460-461 l w
    462 p ѣ
    464 p ѥ
    466-467 l a
    468 p ѩ
    46a p ѫ
    46c p ѭ
    46e p ѯ
    470 p ѱ
    472-473 l o
    474-477 l v
    478 p ѹ
    47a p ѻ
    47c p ѽ
    47e p ѿ
    480 p ҁ
    482 y
    483-489 m
    48a p ҋ
    48c-48d l b
    48e-48f l p
    490-491 l g
    492-493 l f
    494 p ҕ
    496 p җ
    498 p ҙ
    49a-4a1 l k
    4a2-4a5 l h
    4a6 p ҧ
    4a8 p ҩ
    4aa-4ab l c
    4ac-4ad l t
    4ae-4b1 l y
    4b2-4b3 l x
    4b4 p ҵ
    4b6 p ҷ
    4b8 p ҹ
    4ba-4bb l h
    4bc-4bf l e
    4c0 l i
    4c1-4c2 l x
    4c3 p ӄ
    4c5 p ӆ
    4c7 p ӈ
    4c9-4ca l h
    4cb p ӌ
    4cd-4ce l m
    4cf l i
    4d0-4d3 l a
    4d4 p ӕ
    4d6-4d7 l e
    4d8 p ә
    4dc-4dd l x
    4de-4df l e
    4e0 p ӡ
    4e2-4e5 l n
    4e6-4eb l o
    4ec-4ed l e
    4ee-4f5 l y
    4f6 p ӷ
    4fa p ӻ
    4fc p ӽ
    4fe-4ff l x
    500-501 l d
    502 p ԃ
    504 p ԅ
    506 p ԇ
    508 p ԉ
    50a p ԋ
    50c-50d l g
    50e p ԏ
    510 p ԑ
    512 p ԓ
    514 p ԕ
    516 p ԗ
    518 p ԙ
    51a-51b l q
    51c-51d l w
    51e p ԟ
    520 p ԡ
    522 p ԣ
    524-525 l n
    526 p ԧ
    528 p ԩ
    52a p ԫ
    52c p ԭ
    52e p ԯ
    531 l w
    532 l f
    533-535 p գ+
    536 l q
    537 l t
    538-539 p ը+
    53a l d
    53b l h
    53c l l
    53d-53f p խ+
    540 l h
    541 p ձ
    542 l n
    543 p ճ
    544 l u
    545 l b
    546 l u
    547 l t
    548 l n
    549 l z
    54a-54b p պ+
    54c l n
    54d l u
    54e l y
    54f l s
    550 l n
    551 l g
    552-553 p ւ+
    554 l p
    555 l o
    556 l f
    55a-55f y
    561 l w
    562 l f
    566 l q
    567 l t
    56a l d
    56b l h
    56c l l
    570 l h
    572 l n
    574 l u
    575 l j
    576 l u
    578 l n
    579 l z
    57c l n
    57d l u
    57e l y
    580 l n
    581 l g
    584 l p
    585 l o
    586 l s
    589 y
    58a p -
    58d-58f y
    591-5bd m
    5be p -
    5bf m
    5c0 c i
    5c1-5c2 m
    5c3 y
    5c4-5c5 m
    5c6 y
    5c7 m
    5d0 l x
    5d5 l i
    5df l j
    5e1 l o
    5e5 l y
    5e7 l p
    5e9 l v
    5f3-5f4 y
    600-605 z
    606-60f y
    610-61a m
    61b y
    61c z
    61d-61f y
    622-623 l i
    625 l i
    627 l i
    639 l e
    647 l o
    64b-65f m
    665 l o
    667 l v
    66a-66d y
    670 m
    6b6 l j
    6ba l v
    6c1-6c2 l o
    6d4 y
    6d6-6dc m
    6dd z
    6de y
    6df-6e4 m
    6e7-6e8 m
    6e9 y
    6ea-6ed m
    6f7 l v
    6fd-6fe y
    700-70d y
    70f z
    711 m
    730-74a m
    7a6-7b0 m
    7eb-7f3 m
    7f6-7f9 y
    7fd m
    7fe-7ff y
    816-819 m
    81b-823 m
    825-827 m
    829-82d m
    830-83e y
    859-85b m
    85e y
    888 y
    890-891 z
    898-89f m
    8ca-8e1 m
    8e2 z
    8e3-902 m
    93a m
    93c m
    941-948 m
    94d m
    951-957 m
    962-963 m
    964-965 y
    970 y
    981 m
    9bc m
    9c1-9c4 m
    9cd m
    9e2-9e3 m
    9e6 l o
    9f2-9f3 y
    9fa-9fb y
    9fd y
    9fe m
    a01-a02 m
    a3c m
    a41-a42 m
    a47-a48 m
    a4b-a4d m
    a51 m
    a66 l o
    a70-a71 m
    a75 m
    a76 y
    a81-a82 m
    abc m
    ac1-ac5 m
    ac7-ac8 m
    acd m
    ae2-ae3 m
    ae6 l o
    af0-af1 y
    afa-aff m
    b01 m
    b3c m
    b3f m
    b41-b44 m
    b4d m
    b55-b56 m
    b62-b63 m
    b70 y
    b82 m
    bc0 m
    bcd m
    be6 l o
    bf3-bfa y
    c00 m
    c04 m
    c3c m
    c3e-c40 m
    c46-c48 m
    c4a-c4d m
    c55-c56 m
    c62-c63 m
    c77 y
    c7f y
    c81 m
    c84 y
    cbc m
    cbf m
    cc6 m
    ccc-ccd m
    ce2-ce3 m
    d00-d01 m
    d03 l o
    d20 l o
    d3b-d3c m
    d41-d44 m
    d4d m
    d4f y
    d62-d63 m
    d79 y
    d81 m
    dca m
    dd2-dd4 m
    dd6 m
    df4 y
    e04 l a
    e19 l u
    e20 l n
    e21-e22 l u
    e23 l s
    e25 l a
    e2c l w
    e2f l y
    e31 m
    e34-e3a m
    e3f c b
    e40 l i
    e47-e4e m
    e4f c o
    e52 l b
    e53 l m
    e54 l d
    e5a-e5b y
    ea3 l s
    eb1 m
    eb4-ebc m
    ec8-ecd m
    f01-f17 y
    f18-f19 m
    f1a-f1f y
    f34 y
    f35 m
    f36 y
    f37 m
    f38 y
    f39 m
    f3a-f3d y
    f44 l c
    f5e l r
    f71-f7e m
    f80-f84 m
    f85 y
    f86-f87 m
    f8d-f97 m
    f99-fbc m
    fbe-fc5 y
    fc6 m
    fc7-fcc y
    fce-fda y
    101d l o
    102d-1030 m
    1032-1037 m
    1039-103a m
    103d-103e m
    104a-104f y
    1058-1059 m
    105e-1060 m
    1071-1074 m
    1082 m
    1085-1086 m
    108d m
    109d m
    109e-109f y
    10a0 l t
    10a1-10c5 p ⴁ+
    10c7 p ⴧ
    10cd p ⴭ
    10dd l m
    10e7 l y
    10fb y
    10ff l o
    115f-1160 z
    1220 l w
    122d l c
    12d0 l o
    1300 l z
    1320 l m
    1348 l c
    1350 l t
    135a l z
    135d-135f m
    1360-1368 y
    1390-1399 y
    13a0 l d
    13a1 l r
    13a2 l t
    13a4 l q
    13a5 l i
    13a6 l f
    13a7 l o
    13a9 l y
    13aa l a
    13ab l j
    13ac l e
    13ae l p
    13b3 l w
    13b4 l d
    13b6 l g
    13b7 l m
    13bb l h
    13be l o
    13c0 l g
    13c1 l n
    13c2 l h
    13c3 l z
    13c6 l i
    13c7 l w
    13c9 l v
    13cb l e
    13d2 l r
    13d4 l w
    13d5-13d6 l s+
    13d7 l a
    13d9 l v
    13da l s
    13dd-13de l l
    13df l c
    13e0 l j
    13e2 l p
    13e6 l k
    13e7 l d
    13ec l u
    13f0 l b
    13f4 l b
    13f8 l b
    13fc l b
    1400 p -
    1422 l n
    142f l v
    1431 l a
    143a l v
    144c l u
    144e l n
    1455 l c
    1458 l u
    1462 l c
    146d l p
    146f l d
    1472 l b
    1477 l p
    148b l r
    148d-148e l j
    14aa l l
    14b7 l l
    14ba l l
    14cb l y
    14cd l o
    14f0 l i
    1506 l s
    1511 l s
    1515 l s
    1541 l x
    154a l b
    156e l e
    1570 l u
    1574 l q
    1575 l p
    1579 l h
    157c l h
    1587 l r
    158b l r
    15b4-15b5 l f
    15b6 l t
    15bb l y
    15bd l k
    15c5 l a
    15cb l a
    15d5 l e
    15dd l o
    15de l d
    15e9 l a
    15ea l d
    15ef l w
    15f0 l m
    15f1 l z
    15f4 l e
    15f7 l b
    15fe l b
    1609 l n
    160f l g
    1614 l z
    161c l g
    162e l v
    163a l w
    163b l m
    163f l e
    1661-1662 l s+
    166d c x
    166e y
    1680 w
    169b-169c y
    16a0 l f
    16a2 l u
    16a8 l a
    16b1 l r
    16b7 l x
    16b9 l p
    16ba l h
    16c1 l i
    16cf l t
    16d2 l b
    16d5 l k
    16d6 l m
    16eb-16ed y
    1712-1714 m
    1732-1733 m
    1735-1736 y
    1752-1753 m
    1772-1773 m
    17b4-17b5 z
    17b7-17bd m
    17c6 m
    17c9-17d3 m
    17d4-17d6 y
    17d8-17db y
    17dd m
    17e0 l o
    1800-1805 y
    1806 p -
    1807-180a y
    180b-180d m
    180e z
    180f m
    1885-1886 m
    18a9 m
    1920-1922 m
    1927-1928 m
    1932 m
    1939-193b m
    1940 y
    1944-1945 y
    19de-19ff y
    1a17-1a18 m
    1a1b m
    1a1e-1a1f y
    1a56 m
    1a58-1a5e m
    1a60 m
    1a62 m
    1a65-1a6c m
    1a73-1a7c m
    1a7f m
    1aa0-1aa6 y
    1aa8-1aad y
    1ab0-1ace m
    1b00-1b03 m
    1b34 m
    1b36-1b3a m
    1b3c m
    1b42 m
    1b5a-1b6a y
    1b6b-1b73 m
    1b74-1b7e y
    1b80-1b81 m
    1ba2-1ba5 m
    1ba8-1ba9 m
    1bab-1bad m
    1be6 m
    1be8-1be9 m
    1bed m
    1bef-1bf1 m
    1bfc-1bff y
    1c2c-1c33 m
    1c36-1c37 m
    1c3b-1c3f y
    1c7e-1c7f y
    1c80 l b
    1c81 l d
    1c82 l o
    1c83 l c
    1c84-1c85 l t
    1c86 l b
    1c90-1c9c p ა+
    1c9d l m
    1c9e-1ca6 p პ+
    1ca7 l y
    1ca8-1cba p შ+
    1cbd-1cbe p ჽ+
    1cbf l o
    1cc0-1cc7 y
    1cd0-1cd2 m
    1cd3 y
    1cd4-1ce0 m
    1ce2-1ce8 m
    1ced m
    1cf4 m
    1cf8-1cf9 m
    1d00 s a
    1d03-1d05 s b+
    1d07-1d08 s e
    1d09-1d0f s i+
    1d10-1d13 s o
    1d18 s p
    1d19-1d1a s r
    1d1b-1d1c s t+
    1d1d s u
    1d1f s m
    1d20-1d21 s v+
    1d22 s z
    1d2c s a
    1d2e-1d2f s b
    1d30-1d31 s d+
    1d32 s e
    1d33-1d3a s g+
    1d3b-1d3c s n+
    1d3e s p
    1d3f s r
    1d40-1d41 s t+
    1d42 s w
    1d43-1d44 s a
    1d47 s b
    1d48-1d49 s d+
    1d4b-1d4c s e
    1d4d s g
    1d4e s i
    1d4f s k
    1d50 s m
    1d52-1d53 s o
    1d56 s p
    1d57-1d58 s t+
    1d59 s u
    1d5a s m
    1d5b s v
    1d5d l b
    1d5e l y
    1d5f l d
    1d60 l o
    1d61 l x
    1d62 s i
    1d63 s r
    1d64-1d65 s u+
    1d66 l b
    1d67 l y
    1d68 l p
    1d69 l o
    1d6a l x
    1d6c s b
    1d6d s d
    1d6e s f
    1d6f-1d70 s m+
    1d71 s p
    1d72-1d73 s r
    1d74-1d75 s s+
    1d76 s z
    1d77 s g
    1d78 l h
    1d79 s g
    1d7b s i
    1d7d s p
    1d7e s u
    1d80 s b
    1d81 s d
    1d82-1d83 s f+
    1d84-1d87 s k+
    1d88 s p
    1d89-1d8a s r+
    1d8c s v
    1d8d s x
    1d8e s z
    1d8f s a
    1d91-1d92 s d+
    1d93-1d94 s e
    1d96 s i
    1d97 s o
    1d99 s u
    1d9c-1d9d s c
    1d9f-1da0 s e+
    1da1 s j
    1da2-1da4 s g+
    1da5 l i
    1da6-1da7 s i
    1da8 s j
    1da9-1dab s l
    1dac-1dad s m
    1dae-1db0 s n
    1db1 s o
    1db3 s s
    1db5-1db6 s t+
    1db8-1db9 s u+
    1dba s v
    1dbb-1dbd s z
    1dbf l o
    1dc0-1dff m
    1e00-1e01 p a
    1e02-1e07 p b
    1e08-1e09 p c
    1e0a-1e13 p d
    1e14-1e1d p e
    1e1e-1e1f p f
    1e20-1e21 p g
    1e22-1e2b p h
    1e2c-1e2f p i
    1e30-1e35 p k
    1e36-1e3d p l
    1e3e-1e43 p m
    1e44-1e4b p n
    1e4c-1e53 p o
    1e54-1e57 p p
    1e58-1e5f p r
    1e60-1e69 p s
    1e6a-1e71 p t
    1e72-1e7b p u
    1e7c-1e7f p v
    1e80-1e89 p w
    1e8a-1e8d p x
    1e8e-1e8f p y
    1e90-1e95 p z
    1e96 p h
    1e97 p t
    1e98 p w
    1e99 p y
    1e9a s a
    1e9b-1e9d s s
    1e9e l b
    1ea0-1ea1 p a
    1ea2-1ea3 s a
    1ea4-1ea7 p a
    1ea8-1ea9 s a
    1eaa-1eb1 p a
    1eb2-1eb3 s a
    1eb4-1eb7 p a
    1eb8-1eb9 p e
    1eba-1ebb s e
    1ebc-1ec1 p e
    1ec2-1ec3 s e
    1ec4-1ec7 p e
    1ec8-1ec9 s i
    1eca-1ecb p i
    1ecc-1ecd p o
    1ece-1ecf s o
    1ed0-1ed3 p o
    1ed4-1ed5 s o
    1ed6-1edd p o
    1ede-1edf s o
    1ee0-1ee3 p o
    1ee4-1ee5 p u
    1ee6-1ee7 s u
    1ee8-1eeb p u
    1eec-1eed s u
    1eee-1ef1 p u
    1ef2-1ef5 p y
    1ef6-1ef7 s y
    1ef8-1ef9 p y
    1efa p ỻ
    1efc-1efd s v
    1efe-1eff s y
    1f00-1f0f l a
    1f10-1f15 l e
    1f18-1f1d l e
    1f20-1f2f l n
    1f30-1f3f l i
    1f40-1f45 l o
    1f48-1f4d l o
    1f50-1f57 l u
    1f59 l u
    1f5b l u
    1f5d l u
    1f5f l u
    1f60-1f6f l w
    1f70-1f71 l a
    1f72-1f73 l e
    1f74-1f75 l n
    1f76-1f77 l i
    1f78-1f79 l o
    1f7a-1f7b l u
    1f7c-1f7d l w
    1f80-1f8f l ai
    1f90-1f9f l ni
    1fa0-1faf l wi
    1fb0-1fb1 l a
    1fb2-1fb4 l ai
    1fb6 l a
    1fb7 l ai
    1fb8-1fbb l a
    1fbc l ai
    1fbd y
    1fbe l i
    1fbf-1fc1 y
    1fc2-1fc4 l ni
    1fc6 l n
    1fc7 l ni
    1fc8-1fc9 l e
    1fca-1fcb l n
    1fcc l ni
    1fcd-1fcf y
    1fd0-1fd3 l i
    1fd6-1fdb l i
    1fdd-1fdf y
    1fe0-1fe3 l u
    1fe4-1fe5 l p
    1fe6-1feb l u
    1fec l p
    1fed-1fee y
    1fef s `
    1ff2-1ff4 l wi
    1ff6 l w
    1ff7 l wi
    1ff8-1ff9 l o
    1ffa-1ffb l w
    1ffc l wi
    1ffd-1ffe y
    2000-200a w
    200b-200f z
    2010-2015 p -
    2016-2017 y
    2018-201b p '
    201c-201f p "
    2020-2023 y
    2024 p .
    2025 p ..
    2026 p ...
    2027 y
    2028-2029 w
    202a-202e z
    202f w
    2030-2031 y
    2032 p '
    2033 p "
    2034-203b y
    203c p !!
    203d-2046 y
    2047 p ??
    2048 p ?!
    2049 p !?
    204a-205e y
    205f w
    2060-2064 z
    2066-206f z
    2070 s 0
    2071 s i
    2074-2079 s 4+
    207a p +
    207b y
    207c p =
    207d-207e p (+
    207f s n
    2080-2089 s 0+
    208a p +
    208b y
    208c p =
    208d-208e p (+
    2090 s a
    2091 s e
    2092 s o
    2093 s x
    2095 s h
    2096 s k
    2097 l l
    2098-2099 s m+
    209a s p
    209b-209c s s+
    20a0 c e
    20a1-20a2 y
    20a3 c f
    20a4-20a6 c l+
    20a7 c p
    20a8 s rs
    20a9 c w
    20aa y
    20ab-20ac c d+
    20ad c k
    20ae c t
    20af-20b0 y
    20b1 c p
    20b2 c g
    20b3 c a
    20b4 c s
    20b5 c c
    20b6-20b7 y
    20b8 c t
    20b9-20bc y
    20bd c p
    20be y
    20bf c b
    20c0 y
    20d0-20f0 m
    2100 s a/c
    2101 s a/s
    2102 s c
    2103 c c
    2104 y
    2105 s c/o
    2106 s c/u
    2108 y
    2109 c f
    210a-210b s g+
    210c-210e s h
    2110-2111 s i
    2112-2113 s l
    2114 y
    2115 s n
    2116 s no
    2117 y
    2118 c p
    2119-211b s p+
    211c-211d s r
    211e c r
    211f y
    2120 p sm
    2121 s tel
    2122 p tm
    2123 y
    2124 s z
    2125 y
    2126 l w
    2127 y
    2128 s z
    2129 y
    212a p k
    212b p a
    212c-212d s b+
    212e c e
    212f-2130 s e
    2131 s f
    2132 p ⅎ
    2133 s m
    2134 s o
    2135 l x
    2139 l i
    213a y
    213b s fax
    213c l n
    213d-213e l y
    213f l n
    2140-2144 y
    2145-2146 s d
    2147 s e
    2148-2149 s i+
    214a-214d y
    214f y
    2160 s i
    2161 s ii
    2162 s iii
    2163 s iv
    2164 s v
    2165 s vi
    2166 s vii
    2167 s viii
    2168 s ix
    2169 s x
    216a s xi
    216b s xii
    216c s l
    216d-216e s c+
    216f s m
    2170 s i
    2171 s ii
    2172 s iii
    2173 s iv
    2174 s v
    2175 s vi
    2176 s vii
    2177 s viii
    2178 s ix
    2179 s x
    217a s xi
    217b s xii
    217c s l
    217d-217e s c+
    217f s m
    2183 p ↄ
    2184 s c
    218a-218b y
    2190-21ff y
    2200 c a
    2201 y
    2202-2203 c d+
    2204-2205 y
    2206 c a
    2207-220e y
    220f c n
    2210 y
    2211 c e
    2212-2219 y
    221a c v
    221b-2222 y
    2223 c i
    2224-2227 y
    2228 c v
    2229 y
    222a c u
    222b-225f y
    2260 p =
    2261-226d y
    226e p <
    226f p >
    2270-22c0 y
    22c1 c v
    22c2 y
    22c3 c u
    22c4-2426 y
    2440-244a y
    2460-2468 s 1+
    2469 s 10
    246a s 11
    246b s 12
    246c s 13
    246d s 14
    246e s 15
    246f s 16
    2470 s 17
    2471 s 18
    2472 s 19
    2473 s 20
    2474 p (1)
    2475 p (2)
    2476 p (3)
    2477 p (4)
    2478 p (5)
    2479 p (6)
    247a p (7)
    247b p (8)
    247c p (9)
    247d p (10)
    247e p (11)
    247f p (12)
    2480 p (13)
    2481 p (14)
    2482 p (15)
    2483 p (16)
    2484 p (17)
    2485 p (18)
    2486 p (19)
    2487 p (20)
    2488 p 1.
    2489 p 2.
    248a p 3.
    248b p 4.
    248c p 5.
    248d p 6.
    248e p 7.
    248f p 8.
    2490 p 9.
    2491 p 10.
    2492 p 11.
    2493 p 12.
    2494 p 13.
    2495 p 14.
    2496 p 15.
    2497 p 16.
    2498 p 17.
    2499 p 18.
    249a p 19.
    249b p 20.
    249c-24b5 s a+
    24b6-24c1 s a+
    24c2 l m
    24c3-24cf s n+
    24d0-24e9 s a+
    24ea l 0
    24f5-24fd l 1+
    24fe l 10
    24ff l 0
    2500-2775 y
    2776-277e l 1+
    277f l 10
    278a-2792 l 1+
    2793 l 10
    2794-27ff y
    2800 z
    2801-2a73 y
    2a74 p ::=
    2a75 p ==
    2a76 p ===
    2a77-2b73 y
    2b76-2b95 y
    2b97-2bff y
    2c00-2c2f p ⰰ+
    2c60-2c62 s l
    2c63 s p
    2c64 s r
    2c65 s a
    2c66 s t
    2c67-2c68 s h
    2c69-2c6a s k
    2c6b-2c6c s z
    2c6d p ɑ
    2c6e s m
    2c6f s a
    2c70 p ɒ
    2c71-2c72 s v+
    2c73 s w
    2c74 s v
    2c75-2c76 s h
    2c78 s e
    2c79 s r
    2c7a s o
    2c7b s e
    2c7c s j
    2c7d s v
    2c7e s s
    2c7f s z
    2c80-2c81 l a
    2c82-2c83 l b
    2c84 p ⲅ
    2c86 p ⲇ
    2c88-2c89 l e
    2c8a p ⲋ
    2c8c-2c8d l z
    2c8e-2c8f l h
    2c90 p ⲑ
    2c92-2c93 l i
    2c94-2c95 l k
    2c96 p ⲗ
    2c98-2c99 l m
    2c9a-2c9b l n
    2c9c p ⲝ
    2c9e-2c9f l o
    2ca0 p ⲡ
    2ca2-2ca3 l p
    2ca4-2ca5 l c
    2ca6-2ca7 l t
    2ca8-2ca9 l y
    2caa p ⲫ
    2cac-2cad l x
    2cae p ⲯ
    2cb0-2cb1 l w
    2cb2 p ⲳ
    2cb4 p ⲵ
    2cb6 p ⲷ
    2cb8 p ⲹ
    2cba p ⲻ
    2cbc p ⲽ
    2cbe p ⲿ
    2cc0 p ⳁ
    2cc2 p ⳃ
    2cc4 p ⳅ
    2cc6 p ⳇ
    2cc8 p ⳉ
    2cca p ⳋ
    2ccc p ⳍ
    2cce p ⳏ
    2cd0 p ⳑ
    2cd2 p ⳓ
    2cd4 p ⳕ
    2cd6 p ⳗ
    2cd8 p ⳙ
    2cda p ⳛ
    2cdc p ⳝ
    2cde p ⳟ
    2ce0 p ⳡ
    2ce2 p ⳣ
    2ce5-2cea y
    2ceb p ⳬ
    2ced p ⳮ
    2cef-2cf1 m
    2cf2 p ⳳ
    2cf9-2cfc y
    2cfe-2cff y
    2d70 y
    2d7f m
    2de0-2dff m
    2e00-2e16 y
    2e17 p -
    2e18-2e19 y
    2e1a p -
    2e1b-2e2e y
    2e30-2e39 y
    2e3a-2e3b p -
    2e3c-2e3f y
    2e40 p -
    2e41-2e5c y
    2e5d p -
    2e80-2e99 y
    2e9b-2ef3 y
    2f00 y
    2f01 l i
    2f02-2f03 y
    2f04 l z
    2f05-2f0e y
    2f0f l n
    2f10 y
    2f11 l n
    2f12-2f14 y
    2f15 l c
    2f16-2f18 y
    2f19 l p
    2f1a-2f1c y
    2f1d l o
    2f1e-2f2c y
    2f2d l w
    2f2e-2f55 y
    2f56 l m
    2f57-2fd5 y
    2ff0-2ffb y
    3000 w
    3001 y
    3002 p .
    3003-3004 y
    3008-301b y
    301c p -
    301d-3020 y
    302a-302d m
    3030 p -
    3036-3037 y
    3039 l h
    303d-303f y
    3099-309a m
    309b-309c y
    30a0 p -
    30fb y
    3112 l t
    3116 l o
    311a l y
    3125 l l
    3129 l u
    3164 z
    3190-3191 y
    3196-3199 y
    319a l z
    319b-319f y
    31c0-31e3 y
    3200-321e y
    322a-3247 y
    3250 s pte
    3251 s 21
    3252 s 22
    3253 s 23
    3254 s 24
    3255 s 25
    3256 s 26
    3257 s 27
    3258 s 28
    3259 s 29
    325a s 30
    325b s 31
    325c s 32
    325d s 33
    325e s 34
    325f s 35
    3260-327f y
    328a-32b0 y
    32b1 s 36
    32b2 s 37
    32b3 s 38
    32b4 s 39
    32b5 s 40
    32b6 s 41
    32b7 s 42
    32b8 s 43
    32b9 s 44
    32ba s 45
    32bb s 46
    32bc s 47
    32bd s 48
    32be s 49
    32bf s 50
    32c0-32cb y
    32cc s hg
    32cd s erg
    32ce s ev
    32cf s ltd
    32d0-3370 y
    3371 s hpa
    3372 s da
    3373 s au
    3374 s bar
    3375 s ov
    3376 s pc
    3377 s dm
    3378 s dm2
    3379 s dm3
    337a s iu
    337b-337f y
    3380 s pa
    3381 s na
    3382 l ua
    3383 s ma
    3384 s ka
    3385 s kb
    3386 s mb
    3387 s gb
    3388 s cal
    3389 s kcal
    338a s pf
    338b s nf
    338c l uf
    338d l ug
    338e s mg
    338f s kg
    3390 s hz
    3391 s khz
    3392 s mhz
    3393 s ghz
    3394 s thz
    3395 l ul
    3396 s ml
    3397 s dl
    3398 s kl
    3399 s fm
    339a s nm
    339b l um
    339c s mm
    339d s cm
    339e s km
    339f s mm2
    33a0 s cm2
    33a1 s m2
    33a2 s km2
    33a3 s mm3
    33a4 s cm3
    33a5 s m3
    33a6 s km3
    33a7-33a8 y
    33a9 s pa
    33aa s kpa
    33ab s mpa
    33ac s gpa
    33ad s rad
    33ae-33af y
    33b0 s ps
    33b1 s ns
    33b2 l us
    33b3 s ms
    33b4 s pv
    33b5 s nv
    33b6 l uv
    33b7 s mv
    33b8 s kv
    33b9 s mv
    33ba s pw
    33bb s nw
    33bc l uw
    33bd s mw
    33be s kw
    33bf s mw
    33c0 l kw
    33c1 l mw
    33c2 s a.m.
    33c3 s bq
    33c4 s cc
    33c5 s cd
    33c6 y
    33c7 s co.
    33c8 s db
    33c9 s gy
    33ca s ha
    33cb s hp
    33cc s in
    33cd s kk
    33ce s km
    33cf s kt
    33d0 s lm
    33d1 s ln
    33d2 s log
    33d3 s lx
    33d4 s mb
    33d5 s mil
    33d6 s mol
    33d7 s ph
    33d8 s p.m.
    33d9 s ppm
    33da s pr
    33db s sr
    33dc s sv
    33dd s wb
    33de-33fe y
    33ff s gal
    4dc0-4dff y
    4e02 l s
    4e28 l i
    4e42 l x
    4e43 l b
    4e47 l e
    4e59 l z
    4e5a l l
    51e0 l n
    5200 l n
    531a l c
    5342 l a
    5343 l f
    5344 l h
    5369 l p
    53e3 l o
    5c3a l r
    5c71 l w
    722a l m
    a490-a4c6 y
    a4d0 l b
    a4d1 l p
    a4d3 l d
    a4d4 l t
    a4d6 l g
    a4d7 l k
    a4d9 l j
    a4da l c
    a4dc l z
    a4dd l f
    a4df-a4e0 l m+
    a4e1 l l
    a4e2 l s
    a4e3 l r
    a4e6 l v
    a4e7 l h
    a4ea-a4ec l w+
    a4ee l a
    a4f0 l e
    a4f2 l i
    a4f3 l o
    a4f4 l u
    a4fe-a4ff y
    a60d-a60f y
    a640 p ꙁ
    a642-a643 l z
    a644 p ꙅ
    a646-a647 l l
    a648 p ꙉ
    a64a p ꙋ
    a64c p ꙍ
    a64e p ꙏ
    a650 p ꙑ
    a652 p ꙓ
    a654 p ꙕ
    a656 p ꙗ
    a658 p ꙙ
    a65a p ꙛ
    a65c p ꙝ
    a65e p ꙟ
    a660 p ꙡ
    a662 p ꙣ
    a664 p ꙥ
    a666 p ꙧ
    a668 p ꙩ
    a66a p ꙫ
    a66c p ꙭ
    a66f-a672 m
    a673 y
    a674-a67d m
    a67e y
    a680 p ꚁ
    a682-a683 l s
    a684 p ꚅ
    a686 p ꚇ
    a688 p ꚉ
    a68a p ꚋ
    a68c p ꚍ
    a68e p ꚏ
    a690 p ꚑ
    a692 p ꚓ
    a694 p ꚕ
    a696 p ꚗ
    a698 p ꚙ
    a69a p ꚛ
    a69c-a69d l b
    a69e-a69f m
    a6f0-a6f1 m
    a6f2-a6f7 y
    a700-a716 y
    a720-a721 y
    a722 p ꜣ
    a724 p ꜥ
    a726 p ꜧ
    a728 p ꜩ
    a72a p ꜫ
    a72c p ꜭ
    a72e p ꜯ
    a730 s f
    a731 s s
    a732 p ꜳ
    a734 p ꜵ
    a736 p ꜷ
    a738 p ꜹ
    a73a p ꜻ
    a73c p ꜽ
    a73e-a73f s c
    a740-a745 s k
    a746 p ꝇ
    a748-a749 s l
    a74a-a74d s o
    a74e p ꝏ
    a750-a755 s p
    a756-a759 s q
    a75a-a75b s r
    a75c p ꝝ
    a75e-a75f s v
    a760 p ꝡ
    a762-a763 s z
    a764 p ꝥ
    a766 p ꝧ
    a768 p ꝩ
    a76a p ꝫ
    a76c p ꝭ
    a76e p ꝯ
    a779-a77a s d
    a77b-a77c s f
    a77d-a77f s g
    a780-a781 s l
    a782-a783 s r
    a784-a785 s s
    a786-a787 s t
    a789-a78a y
    a78b p ꞌ
    a78d s h
    a78e s l
    a790-a791 s n
    a792-a794 s c
    a795 s h
    a796-a797 s b
    a798-a799 s f
    a79a p ꞛ
    a79c p ꞝ
    a79e p ꞟ
    a7a0-a7a1 s g
    a7a2-a7a3 s k
    a7a4-a7a5 s n
    a7a6-a7a7 s r
    a7a8-a7a9 s s
    a7aa s h
    a7ab s e
    a7ac s g
    a7ad s l
    a7ae s i
    a7af s q
    a7b0 s k
    a7b1 s t
    a7b2 s j
    a7b3 p ꭓ
    a7b4 p ꞵ
    a7b6 p ꞷ
    a7b8-a7b9 s u
    a7ba p ꞻ
    a7bc p ꞽ
    a7be p ꞿ
    a7c0 p ꟁ
    a7c2 p ꟃ
    a7c4 s c
    a7c5 s s
    a7c6 s z
    a7c7-a7c8 s d
    a7c9-a7ca s s
    a7d0-a7d1 s g
    a7d6 p ꟗ
    a7d8 p ꟙ
    a7f2 s c
    a7f3 s f
    a7f4 s q
    a7f5-a7f6 s h
    a7f7 s i
    a7f8 s h
    a7fa s m
    a7fb s f
    a7fc s p
    a7fd s m
    a802 m
    a806 m
    a80b m
    a825-a826 m
    a828-a82b y
    a82c m
    a836-a839 y
    a874-a877 y
    a8c4-a8c5 m
    a8ce-a8cf y
    a8e0-a8f1 m
    a8f8-a8fa y
    a8fc y
    a8ff m
    a926-a92d m
    a92e-a92f y
    a947-a951 m
    a95f y
    a980-a982 m
    a9b3 m
    a9b6-a9b9 m
    a9bc-a9bd m
    a9c1-a9cd y
    a9de-a9df y
    a9e5 m
    aa29-aa2e m
    aa31-aa32 m
    aa35-aa36 m
    aa43 m
    aa4c m
    aa5c-aa5f y
    aa77-aa79 y
    aa7c m
    aab0 m
    aab2-aab4 m
    aab7-aab8 m
    aabe-aabf m
    aac1 m
    aade-aadf y
    aaec-aaed m
    aaf0-aaf1 y
    aaf6 m
    ab32-ab34 s e
    ab35-ab36 s f+
    ab37-ab39 s l
    ab3a-ab3b s m+
    ab3d-ab3f s o
    ab45-ab46 s r
    ab49 s r
    ab4b-ab4c s r
    ab4e-ab4f s u
    ab52 s u
    ab56-ab59 s x
    ab5a s y
    ab5b y
    ab5d-ab5e s l
    ab5f s u
    ab68 s r
    ab69 s w
    ab6a-ab6b y
    ab70 l d
    ab71 l r
    ab72 l t
    ab74 l q
    ab75 l i
    ab76 l f
    ab77 l o
    ab79 l y
    ab7a l a
    ab7b l j
    ab7c l e
    ab7e l p
    ab83 l w
    ab84 l d
    ab86 l g
    ab87 l m
    ab8b l h
    ab8e l o
    ab90 l g
    ab91 l n
    ab92 l h
    ab93 l z
    ab96 l i
    ab97 l w
    ab99 l v
    ab9b l e
    aba2 l r
    aba4 l w
    aba5-aba6 l s+
    aba7 l a
    aba9 l v
    abaa l s
    abad-abae l l
    abaf l c
    abb0 l j
    abb2 l p
    abb6 l k
    abb7 l d
    abbc l u
    abe5 m
    abe8 m
    abeb y
    abed m
    d400-d419 h a+
    d41a-d433 h a+
    d434-d44d h a+
    d44e-d454 h a+
    d456-d467 h i+
    d468-d481 h a+
    d482-d49b h a+
    d49c h a
    d49e-d49f h c+
    d4a2 h g
    d4a5-d4a6 h j+
    d4a9-d4ac h n+
    d4ae-d4b5 h s+
    d4b6-d4b9 h a+
    d4bb h f
    d4bd-d4c3 h h+
    d4c5-d4cf h p+
    d4d0-d4e9 h a+
    d4ea-d503 h a+
    d504-d505 h a+
    d507-d50a h d+
    d50d-d514 h j+
    d516-d51c h s+
    d51e-d537 h a+
    d538-d539 h a+
    d53b-d53e h d+
    d540-d544 h i+
    d546 h o
    d54a-d550 h s+
    d552-d56b h a+
    d56c-d585 h a+
    d586-d59f h a+
    d5a0-d5b9 h a+
    d5ba-d5d3 h a+
    d5d4-d5ed h a+
    d5ee-d607 h a+
    d608-d621 h a+
    d622-d63b h a+
    d63c-d655 h a+
    d656-d66f h a+
    d670-d689 h a+
    d68a-d6a3 h a+
    fb00 p ff
    fb01 p fi
    fb02 p fl
    fb03 p ffi
    fb04 p ffl
    fb05-fb06 p st
    fb13 l uu
    fb15 l uh
    fb16 l yu
    fb1e m
    fb21 l x
    fb29 p +
    fb2a-fb2d l v
    fb2e-fb30 l x
    fb35 l i
    fb41 l o
    fb47 l p
    fb49 l v
    fb4b l i
    fb9e-fb9f l v
    fba6-fba9 l o
    fbb2-fbc2 y
    fcd9 l o
    fd3c-fd3d l i
    fd3e-fd4f y
    fdcf y
    fdfc-fdff y
    fe00-fe0f m
    fe10 p ,
    fe11-fe12 y
    fe13-fe14 p :+
    fe15 p !
    fe16 p ?
    fe17-fe18 y
    fe19 p ...
    fe20-fe2f m
    fe30 p ..
    fe31-fe32 p -
    fe33-fe34 s _
    fe35-fe36 p (+
    fe37 p {
    fe38 p }
    fe39-fe46 y
    fe47 p [
    fe48 p ]
    fe49-fe4c y
    fe4d-fe4f s _
    fe50 p ,
    fe51 y
    fe52 p .
    fe54 p ;
    fe55 p :
    fe56 p ?
    fe57 p !
    fe58 p -
    fe59-fe5a p (+
    fe5b p {
    fe5c p }
    fe5d-fe5e y
    fe5f p #
    fe60 p &
    fe61-fe62 p *+
    fe63 p -
    fe64 p <
    fe65 p >
    fe66 p =
    fe68 p \
    fe69 s $
    fe6a p %
    fe6b p @
    fe81-fe84 l i
    fe87-fe88 l i
    fe8d-fe8e l i
    fec9-fecc l e
    fee9-feec l o
    feee l g
    feff z
    ff01-ff03 p !+
    ff04 s $
    ff05-ff0f p %+
    ff10-ff19 s 0+
    ff1a-ff20 p :+
    ff21-ff3a s a+
    ff3b-ff3d p [+
    ff3e-ff5a s ^+
    ff5b-ff5e p {+
    ff5f-ff60 y
    ff61 p .
    ff62-ff65 y
    ff71 l p
    ff8c l j
    ff91 l a
    ff92 l x
    ffa0 z
    ffe0-ffe4 y
    ffe5 c y
    ffe6 y
    ffe8-ffee y
    fff9-fffb z
    fffc-fffd y
    10100-10102 y
    10137-1013f y
    10179-10189 y
    1018c-1018e y
    10190-1019c y
    101a0 y
    101d0-101fc y
    101fd m
    10282 l b
    10286-10287 l e+
    1028a l i
    10290 l x
    10292 l o
    10295 l p
    10296-10297 l s+
    102a0-102a2 l a+
    102ab l o
    102b0 l m
    102b1 l t
    102b2 l y
    102ca l k
    102cf l h
    102e0 m
    102f4 l z
    102f5 l v
    10300-10305 l a+
    10306 l z
    10307 l h
    10309 l i
    1030a-1030d l k+
    1030f-10310 l o+
    10312-10316 l q+
    10317 l x
    10319 l y
    10376-1037a m
    1039f y
    103d0 y
    10400-10403 p 𐐨+
    10404 l o
    10405-10414 p 𐐭+
    10415 l c
    10416-1041a p 𐐾+
    1041b l l
    1041c-1041f p 𐑄+
    10420 l s
    10421-10423 p 𐑉+
    10424 l n
    10425-10427 p 𐑍+
    1042c l o
    10448 l s
    104b0-104d3 p 𐓘+
    1056f y
    10570-1057a p 𐖗+
    1057c-1058a p 𐖣+
    1058c-10592 p 𐖳+
    10594-10595 p 𐖻+
    10784-10785 s b
    1078b-1078d s d
    1078e-1078f s e
    10792-10794 s g
    10795-10796 s h
    10798 s j
    1079b-1079d s l
    107a0-107a1 s y
    107a2 s o
    107a5-107a6 s q+
    107a7-107aa s r
    107af s t
    107b0 s v
    107b2 s y
    107ba s s
    10857 y
    10877-10878 y
    1091f y
    1093f y
    10a01-10a03 m
    10a05-10a06 m
    10a0c-10a0f m
    10a38-10a3a m
    10a3f m
    10a50-10a58 y
    10a7f y
    10ac8 y
    10ae5-10ae6 m
    10af0-10af6 y
    10b39-10b3f y
    10b99-10b9c y
    10c80-10cb2 p 𐳀+
    10d24-10d27 m
    10eab-10eac m
    10ead p -
    10f46-10f50 m
    10f55-10f59 y
    10f82-10f85 m
    10f86-10f89 y
    11001 m
    11038-11046 m
    11047-1104d y
    11070 m
    11073-11074 m
    1107f-11081 m
    110b3-110b6 m
    110b9-110ba m
    110bb-110bc y
    110bd z
    110be-110c1 y
    110c2 m
    110cd z
    11100-11102 m
    11127-1112b m
    1112d-11134 m
    11140-11143 y
    11173 m
    11174-11175 y
    11180-11181 m
    111b6-111be m
    111c5-111c8 y
    111c9-111cc m
    111cd y
    111cf m
    111db y
    111dd-111df y
    1122f-11231 m
    11234 m
    11236-11237 m
    11238-1123d y
    1123e m
    112a9 y
    112df m
    112e3-112ea m
    11300-11301 m
    1133b-1133c m
    11340 m
    11366-1136c m
    11370-11374 m
    11438-1143f m
    11442-11444 m
    11446 m
    1144b-1144f y
    1145a-1145b y
    1145d y
    1145e m
    114b3-114b8 m
    114ba m
    114bf-114c0 m
    114c2-114c3 m
    114c6 y
    115b2-115b5 m
    115bc-115bd m
    115bf-115c0 m
    115c1-115d7 y
    115dc-115dd m
    11633-1163a m
    1163d m
    1163f-11640 m
    11641-11643 y
    11660-1166c y
    116ab m
    116ad m
    116b0-116b5 m
    116b7 m
    116b9 y
    1171d-1171f m
    11722-11725 m
    11727-1172b m
    1173c-1173f y
    1182f-11837 m
    11839-1183a m
    1183b y
    118a0-118bf p 𑣀+
    1193b-1193c m
    1193e m
    11943 m
    11944-11946 y
    119d4-119d7 m
    119da-119db m
    119e0 m
    119e2 y
    11a01-11a0a m
    11a33-11a38 m
    11a3b-11a3e m
    11a3f-11a46 y
    11a47 m
    11a51-11a56 m
    11a59-11a5b m
    11a8a-11a96 m
    11a98-11a99 m
    11a9a-11a9c y
    11a9e-11aa2 y
    11c30-11c36 m
    11c38-11c3d m
    11c3f m
    11c41-11c45 y
    11c70-11c71 y
    11c92-11ca7 m
    11caa-11cb0 m
    11cb2-11cb3 m
    11cb5-11cb6 m
    11d31-11d36 m
    11d3a m
    11d3c-11d3d m
    11d3f-11d45 m
    11d47 m
    11d90-11d91 m
    11d95 m
    11d97 m
    11ef3-11ef4 m
    11ef7-11ef8 y
    11fd5-11ff1 y
    11fff y
    12470-12474 y
    12ff1-12ff2 y
    13430-13438 z
    16a6e-16a6f y
    16af0-16af4 m
    16af5 y
    16b30-16b36 m
    16b37-16b3f y
    16b44-16b45 y
    16e40-16e5f p 𖹠+
    16e97-16e9a y
    16f4f m
    16f8f-16f92 m
    16fe2 y
    16fe4 m
    1bc9c y
    1bc9d-1bc9e m
    1bc9f y
    1bca0-1bca3 z
    1cf00-1cf2d m
    1cf30-1cf46 m
    1cf50-1cfc3 y
    1d000-1d0f5 y
    1d100-1d126 y
    1d129-1d164 y
    1d167-1d169 m
    1d16a-1d16c y
    1d173-1d17a z
    1d17b-1d182 m
    1d183-1d184 y
    1d185-1d18b m
    1d18c-1d1a9 y
    1d1aa-1d1ad m
    1d1ae-1d1ea y
    1d200-1d241 y
    1d242-1d244 m
    1d245 y
    1d300-1d356 y
    1d400-1d419 s a+
    1d41a-1d433 s a+
    1d434-1d44d s a+
    1d44e-1d454 s a+
    1d456-1d467 s i+
    1d468-1d481 s a+
    1d482-1d49b s a+
    1d49c s a
    1d49e-1d49f s c+
    1d4a2 s g
    1d4a5-1d4a6 s j+
    1d4a9-1d4ac s n+
    1d4ae-1d4b5 s s+
    1d4b6-1d4b9 s a+
    1d4bb s f
    1d4bd-1d4c3 s h+
    1d4c5-1d4cf s p+
    1d4d0-1d4e9 s a+
    1d4ea-1d503 s a+
    1d504-1d505 s a+
    1d507-1d50a s d+
    1d50d-1d514 s j+
    1d516-1d51c s s+
    1d51e-1d537 s a+
    1d538-1d539 s a+
    1d53b-1d53e s d+
    1d540-1d544 s i+
    1d546 s o
    1d54a-1d550 s s+
    1d552-1d56b s a+
    1d56c-1d585 s a+
    1d586-1d59f s a+
    1d5a0-1d5b9 s a+
    1d5ba-1d5d3 s a+
    1d5d4-1d5ed s a+
    1d5ee-1d607 s a+
    1d608-1d621 s a+
    1d622-1d63b s a+
    1d63c-1d655 s a+
    1d656-1d66f s a+
    1d670-1d689 s a+
    1d68a-1d6a3 s a+
    1d6a4-1d6a5 s i+
    1d6a8-1d6a9 l a+
    1d6aa l y
    1d6ab-1d6ac l d+
    1d6ad l z
    1d6ae-1d6af l n+
    1d6b0 l i
    1d6b1 l k
    1d6b3-1d6b4 l u+
    1d6b5 l e
    1d6b6 l o
    1d6b7 l n
    1d6b8 l p
    1d6b9-1d6ba l o
    1d6bb-1d6bc l t+
    1d6bd l o
    1d6be-1d6bf l x+
    1d6c0 l w
    1d6c1 y
    1d6c2-1d6c3 l a+
    1d6c4 l y
    1d6c5-1d6c6 l d+
    1d6c7 l z
    1d6c8-1d6c9 l n+
    1d6ca l i
    1d6cb l k
    1d6cd-1d6ce l u+
    1d6cf l e
    1d6d0 l o
    1d6d1 l n
    1d6d2 l p
    1d6d3-1d6d4 l o
    1d6d5-1d6d6 l t+
    1d6d7 l o
    1d6d8-1d6d9 l x+
    1d6da l w
    1d6db y
    1d6dc l e
    1d6dd l o
    1d6de l k
    1d6df-1d6e0 l o+
    1d6e1 l n
    1d6e2-1d6e3 l a+
    1d6e4 l y
    1d6e5-1d6e6 l d+
    1d6e7 l z
    1d6e8-1d6e9 l n+
    1d6ea l i
    1d6eb l k
    1d6ed-1d6ee l u+
    1d6ef l e
    1d6f0 l o
    1d6f1 l n
    1d6f2 l p
    1d6f3-1d6f4 l o
    1d6f5-1d6f6 l t+
    1d6f7 l o
    1d6f8-1d6f9 l x+
    1d6fa l w
    1d6fb y
    1d6fc-1d6fd l a+
    1d6fe l y
    1d6ff-1d700 l d+
    1d701 l z
    1d702-1d703 l n+
    1d704 l i
    1d705 l k
    1d707-1d708 l u+
    1d709 l e
    1d70a l o
    1d70b l n
    1d70c l p
    1d70d-1d70e l o
    1d70f-1d710 l t+
    1d711 l o
    1d712-1d713 l x+
    1d714 l w
    1d715 y
    1d716 l e
    1d717 l o
    1d718 l k
    1d719-1d71a l o+
    1d71b l n
    1d71c-1d71d l a+
    1d71e l y
    1d71f-1d720 l d+
    1d721 l z
    1d722-1d723 l n+
    1d724 l i
    1d725 l k
    1d727-1d728 l u+
    1d729 l e
    1d72a l o
    1d72b l n
    1d72c l p
    1d72d-1d72e l o
    1d72f-1d730 l t+
    1d731 l o
    1d732-1d733 l x+
    1d734 l w
    1d735 y
    1d736-1d737 l a+
    1d738 l y
    1d739-1d73a l d+
    1d73b l z
    1d73c-1d73d l n+
    1d73e l i
    1d73f l k
    1d741-1d742 l u+
    1d743 l e
    1d744 l o
    1d745 l n
    1d746 l p
    1d747-1d748 l o
    1d749-1d74a l t+
    1d74b l o
    1d74c-1d74d l x+
    1d74e l w
    1d74f y
    1d750 l e
    1d751 l o
    1d752 l k
    1d753-1d754 l o+
    1d755 l n
    1d756-1d757 l a+
    1d758 l y
    1d759-1d75a l d+
    1d75b l z
    1d75c-1d75d l n+
    1d75e l i
    1d75f l k
    1d761-1d762 l u+
    1d763 l e
    1d764 l o
    1d765 l n
    1d766 l p
    1d767-1d768 l o
    1d769-1d76a l t+
    1d76b l o
    1d76c-1d76d l x+
    1d76e l w
    1d76f y
    1d770-1d771 l a+
    1d772 l y
    1d773-1d774 l d+
    1d775 l z
    1d776-1d777 l n+
    1d778 l i
    1d779 l k
    1d77b-1d77c l u+
    1d77d l e
    1d77e l o
    1d77f l n
    1d780 l p
    1d781-1d782 l o
    1d783-1d784 l t+
    1d785 l o
    1d786-1d787 l x+
    1d788 l w
    1d789 y
    1d78a l e
    1d78b l o
    1d78c l k
    1d78d-1d78e l o+
    1d78f l n
    1d790-1d791 l a+
    1d792 l y
    1d793-1d794 l d+
    1d795 l z
    1d796-1d797 l n+
    1d798 l i
    1d799 l k
    1d79b-1d79c l u+
    1d79d l e
    1d79e l o
    1d79f l n
    1d7a0 l p
    1d7a1-1d7a2 l o
    1d7a3-1d7a4 l t+
    1d7a5 l o
    1d7a6-1d7a7 l x+
    1d7a8 l w
    1d7a9 y
    1d7aa-1d7ab l a+
    1d7ac l y
    1d7ad-1d7ae l d+
    1d7af l z
    1d7b0-1d7b1 l n+
    1d7b2 l i
    1d7b3 l k
    1d7b5-1d7b6 l u+
    1d7b7 l e
    1d7b8 l o
    1d7b9 l n
    1d7ba l p
    1d7bb-1d7bc l o
    1d7bd-1d7be l t+
    1d7bf l o
    1d7c0-1d7c1 l x+
    1d7c2 l w
    1d7c3 y
    1d7c4 l e
    1d7c5 l o
    1d7c6 l k
    1d7c7-1d7c8 l o+
    1d7c9 l n
    1d7ca-1d7cb l f
    1d7ce-1d7d7 s 0+
    1d7d8-1d7e1 s 0+
    1d7e2-1d7eb s 0+
    1d7ec-1d7f5 s 0+
    1d7f6-1d7ff s 0+
    1d800-1d9ff y
    1da00-1da36 m
    1da37-1da3a y
    1da3b-1da6c m
    1da6d-1da74 y
    1da75 m
    1da76-1da83 y
    1da84 m
    1da85-1da8b y
    1da9b-1da9f m
    1daa1-1daaf m
    1df01-1df02 s g
    1df03-1df04 s k+
    1df06 s y
    1df08 s r
    1df09 s t
    1df0d s t
    1df10-1df11 s k+
    1df13 s l
    1df15-1df16 s r
    1df1a s i
    1df1b s o
    1df1d s c
    1df1e s s
    1e000-1e006 m
    1e008-1e018 m
    1e01b-1e021 m
    1e023-1e024 m
    1e026-1e02a m
    1e130-1e136 m
    1e14f y
    1e2ae m
    1e2ec-1e2ef m
    1e2ff y
    1e8d0-1e8d6 m
    1e900-1e921 p 𞤢+
    1e944-1e94a m
    1e95e-1e95f y
    1ecac y
    1ecb0 y
    1ed2e y
    1ee00 l i
    1ee0f l e
    1ee1d l v
    1ee24 l o
    1ee2f l e
    1ee4f l e
    1ee5d l v
    1ee64 l o
    1ee6f l e
    1ee80 l i
    1ee84 l o
    1ee8f l e
    1eeaf l e
    1eef0-1eef1 y
    1f000-1f0ff y
    1f100 p 0.
    1f101 p 0,
    1f102 p 1,
    1f103 p 2,
    1f104 p 3,
    1f105 p 4,
    1f106 p 5,
    1f107 p 6,
    1f108 p 7,
    1f109 p 8,
    1f10a p 9,
    1f10b-1f10c l 0
    1f10d-1f10f y
    1f110-1f129 s a+
    1f12a y
    1f12b s c
    1f12c s r
    1f12d s cd
    1f12e s wz
    1f12f y
    1f130-1f149 s a+
    1f14a s hv
    1f14b s mv
    1f14c s sd
    1f14d s ss
    1f14e s ppv
    1f14f s wc
    1f150-1f169 s a+
    1f16a s mc
    1f16b s md
    1f16c s mr
    1f16d-1f16f y
    1f170-1f171 l a+
    1f172-1f17d s c+
    1f17e-1f17f l o+
    1f180-1f189 s q+
    1f18a s p
    1f18b-1f18d y
    1f18e s ab
    1f18f y
    1f190 s dj
    1f191 s cl
    1f192 s cool
    1f193 s free
    1f194 s id
    1f195 s new
    1f196 s ng
    1f197 s ok
    1f198 s sos
    1f199 s up
    1f19a s vs
    1f19b-1f1a4 y
    1f1a5 s d
    1f1a6-1f1e5 y
    1f1e6-1f1ff r a+
    1f200-1fb92 y
    1fb94-1fbca y
    1fbf0-1fbf9 s 0+
    e0001 z
    e0020-e0040 t  +
    e0041-e005a t a+
    e005b-e007e t [+
    e007f z
    e0100-e01ef m
    """#
}
