# cmake -DTABLE=cues.source.tsv -DOUT=cues_table.inc -P embed_cues.cmake: the table as C++ string literals.
file(READ "${TABLE}" text)
string(REPLACE "\n" ")tsv\"\nR\"tsv(\n" text "${text}")
file(WRITE "${OUT}" "R\"tsv(${text})tsv\"\n")
