// Package markup fills in templates of HTML, of the form that html/template has:
//
//	page := markup.Must("page", `<p>{{range .Lines}}{{.}}<br>{{end}}</p>`, nil)
//	err := page.Execute(w, map[string]any{"Lines": []string{"all is well", "1 < 2"}})
//
// It knows fields, keys, range, if, variables and functions, and no methods:
// html/template finds these by name, for which the linker keeps every exported method
// of every type in the program, 4 MB of newsgraph.
//
// Values are escaped as they must be in an element or in a quoted attribute that is
// no script, style or address; a Raw one is not.
package markup

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"text/template/parse"
)

// Raw is HTML, or what a script or style has, which is written as it is.
type Raw string

// Funcs are the functions of a template, each of one value.
type Funcs map[string]func(any) any

// Template is a parsed template. It may be executed by several at a time.
type Template struct {
	root  *parse.ListNode
	funcs Funcs
}

// Must parses a template, which is part of the program; it panics where it can't.
func Must(name, text string, funcs Funcs) *Template {
	known := map[string]any{}
	for f := range funcs {
		known[f] = f
	}
	trees, err := parse.Parse(name, text, "", "", known)
	if err != nil {
		panic("markup: " + err.Error())
	}
	return &Template{trees[name].Root, funcs}
}

// Execute writes the template with data in it. Its errors are those of the writer,
// of data that lacks what the template names, and of what a template must not have.
func (t *Template) Execute(w io.Writer, data any) (err error) {
	x := &execution{out: w, funcs: t.funcs, vars: map[string]reflect.Value{"$": reflect.ValueOf(data)}}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case fault:
			err = r.error
		default:
			panic(r)
		}
	}()
	x.list(t.root, reflect.ValueOf(data))
	return nil
}

// fault ends an execution.
type fault struct{ error }

func fail(err error) { panic(fault{fmt.Errorf("markup: %w", err)}) }

type execution struct {
	out   io.Writer
	funcs Funcs
	vars  map[string]reflect.Value
}

func (x *execution) list(nodes *parse.ListNode, dot reflect.Value) {
	if nodes == nil {
		return
	}
	for _, n := range nodes.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			x.write(string(n.Text))
		case *parse.ActionNode:
			x.write(escape(x.pipe(n.Pipe, dot).Interface()))
		case *parse.IfNode:
			if truth(x.pipe(n.Pipe, dot)) {
				x.list(n.List, dot)
			} else {
				x.list(n.ElseList, dot)
			}
		case *parse.RangeNode:
			x.each(n, dot)
		default:
			fail(fmt.Errorf("no rule for %s", n))
		}
	}
}

func (x *execution) write(text string) {
	if _, err := io.WriteString(x.out, text); err != nil {
		panic(fault{err})
	}
}

func (x *execution) each(n *parse.RangeNode, dot reflect.Value) {
	all := x.pipe(n.Pipe, dot)
	for i := range all.Len() {
		values := []reflect.Value{reflect.ValueOf(i), all.Index(i)}
		for at, v := range n.Pipe.Decl {
			x.vars[v.Ident[0]] = values[len(values)-len(n.Pipe.Decl)+at]
		}
		x.list(n.List, all.Index(i))
	}
}

// pipe returns the value of a pipe, which has one command: a value, or a function
// with one.
func (x *execution) pipe(p *parse.PipeNode, dot reflect.Value) reflect.Value {
	args := p.Cmds[0].Args
	if name, is := args[0].(*parse.IdentifierNode); is && len(p.Cmds) == 1 && len(args) == 2 {
		return reflect.ValueOf(x.funcs[name.Ident](x.value(args[1], dot).Interface()))
	}
	if len(p.Cmds) != 1 || len(args) != 1 {
		fail(fmt.Errorf("no rule for %s", p))
	}
	return x.value(args[0], dot)
}

func (x *execution) value(n parse.Node, dot reflect.Value) reflect.Value {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return field(dot, n.Ident)
	case *parse.VariableNode:
		return field(x.vars[n.Ident[0]], n.Ident[1:])
	}
	fail(fmt.Errorf("no rule for %s", n))
	return reflect.Value{}
}

// field follows names of fields and keys.
func field(v reflect.Value, names []string) reflect.Value {
	for _, name := range names {
		for v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer {
			v = v.Elem()
		}
		switch v.Kind() {
		case reflect.Struct:
			v = v.FieldByName(name)
		case reflect.Map:
			v = v.MapIndex(reflect.ValueOf(name))
		default:
			v = reflect.Value{}
		}
		if !v.IsValid() {
			fail(errors.New("there is no " + name))
		}
	}
	if v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	return v
}

// truth says whether a value is neither zero nor empty.
func truth(v reflect.Value) bool {
	if v.Kind() == reflect.Slice || v.Kind() == reflect.Map {
		return v.Len() > 0
	}
	return v.IsValid() && !v.IsZero()
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "\x00", "\ufffd")

func escape(value any) string {
	if raw, is := value.(Raw); is {
		return string(raw)
	}
	return escapes.Replace(fmt.Sprint(value))
}
