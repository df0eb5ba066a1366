package model

// configuration lists what reads settings from files and from the environment.
var configuration = []Library{
	{
		Paths:         []string{"github.com/spf13/viper"},
		SettingsByEnd: true,
		Rows: []Row{
			{Read, "Get(name) config"},
			{Read, "GetString(name) config"},
			{Read, "GetDuration(name) config"},
			{Read, "GetInt(name) config"},
			{Read, "GetInt64(name) config"},
			{Default, "SetDefault(name, fallback)"},
			{Default, "Set(name, fallback)"},
			{Default, "BindEnv(name...)"},
			{Default, "MustBindEnv(name...)"},
			{Fill, "Unmarshal(filled, _...)"},
			{Fill, "UnmarshalKey(prefix, filled, _...)"},
			{Default, "MergeConfigMap(defaults)"},
			{Load, "ReadInConfig()"},
			{Locate, "SetConfigName(base)"},
			{Locate, "AddConfigPath(folder)"},
			{Locate, "SetConfigFile(settings)"},
			{Locate, "SetConfigType(syntax)"},
			{Build, "Sub(prefix) object"},
			{Read, "(*Viper).Get(name) config"},
			{Read, "(*Viper).GetString(name) config"},
			{Read, "(*Viper).GetDuration(name) config"},
			{Read, "(*Viper).GetInt(name) config"},
			{Read, "(*Viper).GetInt64(name) config"},
			{Default, "(*Viper).SetDefault(name, fallback)"},
			{Default, "(*Viper).Set(name, fallback)"},
			{Default, "(*Viper).BindEnv(name...)"},
			{Default, "(*Viper).MustBindEnv(name...)"},
			{Fill, "(*Viper).Unmarshal(filled, _...)"},
			{Default, "(*Viper).MergeConfigMap(defaults)"},
			{Fill, "(*Viper).UnmarshalKey(prefix, filled, _...)"},
			{Load, "(*Viper).ReadInConfig()"},
			{Locate, "(*Viper).SetConfigName(base)"},
			{Locate, "(*Viper).AddConfigPath(folder)"},
			{Locate, "(*Viper).SetConfigFile(settings)"},
			{Locate, "(*Viper).SetConfigType(syntax)"},
			{Build, "(*Viper).Sub(prefix) object"},
		},
	},
	{
		Paths: []string{"github.com/knadh/koanf/v2", "github.com/knadh/koanf"},
		Rows: []Row{
			{Read, "(*Koanf).String(name) config"},
			{Read, "(*Koanf).Bytes(name) config"},
			{Read, "(*Koanf).Duration(name) config"},
			{Read, "(*Koanf).MustString(name) config"},
			{Read, "(*Koanf).MustDuration(name) config"},
			{Read, "(*Koanf).Int(name) config"},
			{Read, "(*Koanf).Int64(name) config"},
			{Read, "(*Koanf).Get(name) config"},
			{Fill, "(*Koanf).UnmarshalWithConf(prefix, filled, _)"},
			{Fill, "(*Koanf).Unmarshal(prefix, filled)"},
			{Build, "(*Koanf).Cut(prefix) object"},
		},
	},
	{
		Paths: []string{"github.com/knadh/koanf/providers/file"},
		Rows:  []Row{{Locate, "Provider(settings)"}},
	},
	{
		Paths: []string{
			"github.com/knadh/koanf/providers/confmap",
			"github.com/knadh/koanf/providers/structs",
		},
		Rows: []Row{
			{Default, "Provider(defaults, _)"}, {Default, "ProviderWithDelim(defaults, _, _)"},
		},
	},
	{
		Paths: []string{"gopkg.in/ini.v1", "github.com/go-ini/ini"},
		Rows: []Row{
			{Read, "(*Key).String() config"},
			{Read, "(*Key).Value() config"},
			{Read, "(*Key).MustString(fallback) config"},
			{Read, "(*Key).Int() config, _"},
			{Read, "(*Key).MustInt(fallback...) config"},
			{Read, "(*Key).MustInt64(fallback...) config"},
			{Read, "(*Key).MustDuration(fallback...) config"},
			{Fill, "(*File).MapTo(filled)"},
			{Fill, "(*Section).MapTo(filled)"},
			{Fill, "MapTo(filled, settings, settings...)"},
			{Locate, "Load(settings, settings...)"},
			{Locate, "LooseLoad(settings, settings...)"},
			{Locate, "ShadowLoad(settings, settings...)"},
			{Locate, "InsensitiveLoad(settings, settings...)"},
			{Locate, "LoadSources(_, settings, settings...)"},
			{Build, "(*File).Section(prefix) object"},
			{Build, "(*File).GetSection(prefix) object, _"},
			{Build, "(*Section).GetKey(prefix) object, _"},
			{Build, "(*Section).Key(prefix) object"},
		},
	},
}

// frameworks lists the settings of frameworks that look for a file themselves.
var frameworks = []Library{
	{
		Paths:        []string{"github.com/gogf/gf/v2/frame/g"},
		SettingsFile: "config",
		Rows:         []Row{{Locate, "Cfg(base...)"}},
	},
	{
		Paths: []string{"github.com/gogf/gf/v2/os/gcfg"},
		Rows: []Row{
			{Read, "(*Config).Get(_, name, fallback...) config, _"},
			{Read, "(*Config).GetWithEnv(_, name, fallback...) config, _"},
			{Read, "(*Config).MustGet(_, name, fallback...) config"},
			{Read, "(*Config).MustGetWithEnv(_, name, fallback...) config"},
		},
	},
	{
		Paths: []string{"github.com/gogf/gf/v2/container/gvar"},
		Rows: []Row{
			{Pass, "(from *Var).String() _"}, {Pass, "(from *Var).Bytes() _"},
			{Fill, "(*Var).Scan(filled, _...)"}, {Fill, "(*Var).Struct(filled, _...)"},
		},
	},
	{
		Paths: []string{"github.com/go-kratos/kratos/v2/config/file"},
		Rows:  []Row{{Locate, "NewSource(settings)"}},
	},
	{
		Paths: []string{"github.com/go-kratos/kratos/v2/config"},
		Rows: []Row{
			{Fill, "(Config).Scan(filled)"}, {Read, "(Config).Value(name) config"},
			{Pass, "(from Value).String() _, _"},
		},
	},
	{
		Paths: []string{"github.com/jinzhu/configor"},
		Rows: []Row{
			{Fill, "Load(filled, settings...)"}, {Fill, "(*Configor).Load(filled, settings...)"},
		},
	},
}

// environment lists what reads settings from the environment, most of them by struct tags, see
// [ReadTag].
var environment = []Library{
	{
		Paths:           []string{"github.com/joho/godotenv"},
		LoadsOnImport:   "/autoload",
		SetsEnvironment: true,
		SettingsFile:    ".env",
		Rows: []Row{
			{Load, "Load(settings...)"},
			{Load, "Overload(settings...)"},
			{Read, "Read(settings...) env, _"},
		},
	},
	{
		Paths: []string{
			"github.com/caarlos0/env",
			"github.com/caarlos0/env/v6",
			"github.com/caarlos0/env/v7",
			"github.com/caarlos0/env/v8",
			"github.com/caarlos0/env/v9",
			"github.com/caarlos0/env/v10",
			"github.com/caarlos0/env/v11",
		},
		Environ: true,
		Rows: []Row{
			{Fill, "Parse(filled, _...)"}, {Fill, "ParseWithOptions(filled, _)"},
			{Fill, "ParseWithFuncs(filled, _, _...)"},
		},
	},
	{
		Paths:      []string{"github.com/kelseyhightower/envconfig"},
		Environ:    true,
		FieldNames: true,
		Rows: []Row{
			{Fill, "Process(prefix, filled)"}, {Fill, "MustProcess(prefix, filled)"},
		},
	},
	{
		Paths:   []string{"github.com/sethvargo/go-envconfig"},
		Environ: true,
		Rows: []Row{
			{Fill, "Process(_, filled, _...)"}, {Fill, "MustProcess(_, filled, _...)"},
		},
	},
	{
		Paths: []string{"github.com/ilyakaznacheev/cleanenv"},
		Rows: []Row{
			{Fill, "ReadConfig(settings, filled)"}, {Fill, "ReadEnv(filled)"},
		},
	},
}

// formats lists what fills a struct from the text of a file, as package encoding/json does, or
// from a map.
var formats = []Library{
	{
		Paths: []string{
			"gopkg.in/yaml.v2",
			"gopkg.in/yaml.v3",
			"sigs.k8s.io/yaml",
			"github.com/goccy/go-yaml",
			"github.com/pelletier/go-toml",
			"github.com/pelletier/go-toml/v2",
		},
		Rows: []Row{
			{Fill, "Unmarshal(_, filled)"},
			{Fill, "(*Decoder).Decode(filled)"},
		},
	},
	{
		Paths: []string{"github.com/BurntSushi/toml"},
		Rows: []Row{
			{Fill, "Decode(_, filled)"}, {Fill, "DecodeFile(settings, filled)"},
			{Fill, "Unmarshal(_, filled)"}, {Fill, "(*Decoder).Decode(filled)"},
		},
	},
	{
		Paths: []string{
			"github.com/mitchellh/mapstructure",
			"github.com/go-viper/mapstructure/v2",
		},
		Rows: []Row{
			{Fill, "Decode(_, filled)"}, {Fill, "WeakDecode(_, filled)"},
			{Fill, "DecodeMetadata(_, filled, _)"}, {Fill, "WeakDecodeMetadata(_, filled, _)"},
		},
	},
	{
		Paths: []string{"github.com/creasty/defaults"}, // of tags, for what is empty
		Rows:  []Row{{Fill, "Set(filled)"}, {Fill, "MustSet(filled)"}},
	},
}

// validators lists what fails when a setting is empty or too short.
var validators = []Library{
	{
		Paths: []string{
			"github.com/go-playground/validator/v10",
			"github.com/go-playground/validator",
		},
		Rows: []Row{
			{Require, "(*Validate).Struct(from)"}, {Require, "(*Validate).Var(from, _)"},
		},
	},
}
