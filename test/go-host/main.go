// Command gohost plays the control plane for a test: it starts an inventory executable on two anonymous pipes, speaks
// gRPC with it through grpc-go, and prints what it was told as JSON lines. It knows the protocol and nothing else.
//
// Usage: gohost CONFIG.json EXECUTABLE [ARGUMENT]...
//
// The config is one JSON object of strings. Each entry is printed as one line; the last line says how the calls and the
// process ended. The exit status is 0 whenever that line was printed.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/status"

	"gohost/inventory"
)

// dialTimeout is how long grpc-go waits for a server's SETTINGS by default.
const dialTimeout = 20 * time.Second

// ending is the last line.
type ending struct {
	Init  *answer `json:"init"`
	List  *answer `json:"list,omitempty"`
	Close *answer `json:"close,omitempty"`
	// Exit is the plugin's exit status; -1 after a signal.
	Exit int `json:"exit"`
}

// answer is how a call ended, as grpc-go tells it.
type answer struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Entries int    `json:"entries,omitempty"`
}

func main() {
	if len(os.Args) < 3 {
		fail(errors.New("usage: gohost CONFIG.json EXECUTABLE [ARGUMENT]..."))
	}
	config, err := readConfig(os.Args[1])
	if err != nil {
		fail(err)
	}
	end, err := run(config, os.Args[2], os.Args[3:])
	if err != nil {
		fail(err)
	}
	print(end)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "gohost:", err)
	os.Exit(1)
}

func readConfig(path string) (map[string]string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	config := map[string]string{}
	return config, json.Unmarshal(text, &config)
}

// run starts the plugin, makes the three calls, closes the pipes and waits for the process, however long that takes.
func run(config map[string]string, executable string, arguments []string) (*ending, error) {
	command := exec.Command(executable, arguments...)
	command.Stderr = os.Stderr
	input, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	output, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	end := call(config, &pipes{Reader: output, Writer: input, closers: []io.Closer{input, output}})
	err = command.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return nil, err
	}
	end.Exit = command.ProcessState.ExitCode()
	return end, nil
}

func call(config map[string]string, connection net.Conn) *ending {
	dialled := false
	dial := func(context.Context, string) (net.Conn, error) {
		if dialled {
			// There is one pair of pipes: grpc-go must not come back for another.
			return nil, errors.New("the plugin's pipes are gone")
		}
		dialled = true
		return connection, nil
	}
	timeout, cancel := context.WithTimeout(context.Background(), dialTimeout)
	defer cancel()
	// Blocking, so that an answer to the preface without SETTINGS is told as such.
	client, err := grpc.DialContext(timeout, "stdio", grpc.WithInsecure(), grpc.WithBlock(), grpc.WithContextDialer(dial))
	if err != nil {
		connection.Close()
		return &ending{Init: answerOf(err)}
	}
	defer client.Close()
	plugin := inventory.NewInventoryClient(client)
	_, err = plugin.Init(context.Background(), &inventory.InitRequest{Config: config})
	if err != nil {
		return &ending{Init: answerOf(err)}
	}
	list := list(plugin)
	_, err = plugin.Close(context.Background(), &inventory.CloseRequest{})
	return &ending{Init: answerOf(nil), List: list, Close: answerOf(err)}
}

// list prints every entry and says how the stream ended.
func list(plugin inventory.InventoryClient) *answer {
	stream, err := plugin.List(context.Background(), &inventory.ListRequest{})
	entries := 0
	for err == nil {
		var response *inventory.ListResponse
		response, err = stream.Recv()
		if err == nil {
			entries++
			print(response.GetEntry())
		}
	}
	if err == io.EOF {
		err = nil
	}
	end := answerOf(err)
	end.Entries = entries
	return end
}

func answerOf(err error) *answer {
	told := status.Convert(err)
	return &answer{Code: told.Code().String(), Message: told.Message()}
}

func print(value interface{}) {
	if err := json.NewEncoder(os.Stdout).Encode(value); err != nil {
		fail(err)
	}
}
