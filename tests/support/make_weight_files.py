#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the small weight files of tests/weights/files with torch and onnx, and what torch says of them.

/usr/bin/python3 tests/support/make_weight_files.py tests/weights/files
(Debian: python3-torch, python3-onnx; the committed files were made with torch 1.13 and onnx 1.12.)
"""
import collections
import json
import os
import sys

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper

FOLDER = sys.argv[1]
MEAN = torch.tensor([0.485, 0.456, 0.406])
DEVIATION = torch.tensor([0.229, 0.224, 0.225])
OUR_MEAN = torch.tensor([123.0, 117.0, 104.0])


def path(name):
    return os.path.join(FOLDER, name)


def write_json(name, value):
    with open(path(name), "w") as file:
        json.dump(value, file, indent=0)


def described(tensor):
    return {"shape": list(tensor.shape), "dtype": str(tensor.dtype).replace("torch.", ""),
            "values": tensor.double().flatten().tolist()}


def make_states():
    """One mapping in both formats: every element type, views, other strides, and things that are no tensors."""
    base = torch.arange(6, dtype=torch.float32).view(2, 3) / 7
    long = torch.arange(10, dtype=torch.float32)
    tensors = collections.OrderedDict()
    tensors["a.weight"] = base
    tensors["a.transposed"] = base.t()
    tensors["slice"] = long[2:5]
    tensors["every_other"] = long[1::2]
    tensors["last"] = torch.arange(12.0).view(1, 2, 2, 3).to(memory_format=torch.channels_last)
    tensors["parameter"] = torch.nn.Parameter(torch.tensor([1.5, -2.5]))
    for kind in (torch.float64, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16, torch.int8,
                 torch.uint8):
        tensors["of_" + str(kind).replace("torch.", "")] = torch.tensor([3, 1, 2], dtype=kind)
    tensors["of_bool"] = torch.tensor([True, False])
    tensors["scalar"] = torch.tensor(4.25)
    tensors["empty"] = torch.zeros(0, 3)
    whole = {"epoch": 3, "rate": 0.125, "note": "사과", "none": None, "large": 2**40, "state_dict": tensors,
             "more": {"inner": torch.tensor([9.0])}, "list": [torch.tensor([1.0])]}
    torch.save(whole, path("state_zip.pth"))
    torch.save(whole, path("state_old.pth"), _use_new_zipfile_serialization=False)
    expected = {name: described(tensor.detach()) for name, tensor in tensors.items()}
    expected["more.inner"] = described(whole["more"]["inner"])
    write_json("state.json", expected)


def pixels(size):
    """An image by a formula that another language can repeat: (1, 3, size, size), 0..255."""
    index = torch.arange(3 * size * size, dtype=torch.int64)
    return ((index * 7919 + index // 977) % 256).view(1, 3, size, size).double()


def sampled(tensor):
    """Some values of a map, at even distances."""
    flat = tensor.detach().flatten()
    step = max(1, flat.numel() // 200)
    return {"shape": list(tensor.shape), "step": step, "values": flat[::step].tolist()}


def make_vgg():
    """vgg-16 in torchvision's names, a 64th of its filters; and what its reduced form makes of an image."""
    torch.manual_seed(3)
    state = collections.OrderedDict()
    channels = 3
    convolutions = []
    numbers = [0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28]
    widths = [1, 1, 2, 2, 4, 4, 4, 8, 8, 8, 8, 8, 8]
    for number, width in zip(numbers, widths):
        weight = torch.randn(width, channels, 3, 3) / (3 * channels**0.5) + 0.1
        bias = torch.randn(width) * 0.1 + 0.2
        state["features.%d.weight" % number], state["features.%d.bias" % number] = weight.half(), bias.half()
        convolutions.append((state["features.%d.weight" % number].double(), state["features.%d.bias" % number].double()))
        channels = width
    state["classifier.0.weight"] = (torch.randn(64, 8 * 49) * 0.1 + 0.02).half()
    state["classifier.0.bias"] = torch.randn(64).half()
    state["classifier.3.weight"] = (torch.randn(64, 64) * 0.2).half()
    state["classifier.3.bias"] = torch.randn(64).half()
    state["classifier.6.weight"] = torch.randn(5, 64).half()
    state["classifier.6.bias"] = torch.randn(5).half()
    torch.save(state, path("thin_vgg16.pth"))

    # Our network pads with its own zeros, which are its mean: the same here, so that borders agree.
    border = (OUR_MEAN / 255 - MEAN) / DEVIATION
    x = (pixels(300) / 255 - MEAN.double().view(1, 3, 1, 1)) / DEVIATION.double().view(1, 3, 1, 1)
    x = torch.cat([F.pad(x[:, k:k + 1], (1, 1, 1, 1), value=float(border[k])) for k in range(3)], 1)
    maps = {}
    for number, (weight, bias) in enumerate(convolutions):
        x = F.relu(F.conv2d(x, weight, bias, padding=0 if number == 0 else 1))
        if number in (1, 3, 6):
            x = F.max_pool2d(x, 2, 2, ceil_mode=number == 6)
        if number == 9:
            maps["relu4_3"] = sampled(x / torch.sqrt((x * x).sum(1, keepdim=True) + 1e-10) * 20)
            x = F.max_pool2d(x, 2, 2)
        if number == 12:
            x = F.max_pool2d(x, 3, 1, 1)
    fc6 = state["classifier.0.weight"].double().view(64, 8, 7, 7)[::4, :, ::3, ::3]
    fc7 = state["classifier.3.weight"].double()[::4, ::4].reshape(16, 16, 1, 1)
    x = F.relu(F.conv2d(x, fc6, state["classifier.0.bias"].double()[::4], padding=6, dilation=6))
    maps["relu7"] = sampled(F.relu(F.conv2d(x, fc7, state["classifier.3.bias"].double()[::4])))
    write_json("thin_vgg16.json", maps)


class OnnxWriter:
    """Operators in the order of the model zoo's file, with names that say nothing of their place."""

    def __init__(self):
        self.nodes, self.initialisers = [], []

    def weight(self, tensor):
        name = "w%d" % len(self.initialisers)
        self.initialisers.append(numpy_helper.from_array(tensor.float().numpy().astype(np.float32), name))
        return name

    def add(self, op, inputs, **attributes):
        output = "t%d" % len(self.nodes)
        self.nodes.append(helper.make_node(op, inputs, [output], name="n%d" % len(self.nodes), **attributes))
        return output


def make_resnet():
    """resnet50_v2 as GluonCV builds and exports it, a 64th of its filters, with torch computing the same beside it."""
    torch.manual_seed(4)
    out = OnnxWriter()

    def norm(name, x, is_input=False):
        width = x.shape[1]
        gamma, beta = torch.rand(width) + 0.5, torch.randn(width) * 0.2
        mean, var = torch.randn(width) * 0.3, torch.rand(width) + 0.2
        if is_input:
            gamma, beta = torch.ones(width), torch.zeros(width)
        name = out.add("BatchNormalization", [name] + [out.weight(t) for t in (gamma, beta, mean, var)],
                       epsilon=1e-5, momentum=0.9)
        gamma, beta, mean, var = (t.double() for t in (gamma, beta, mean, var))
        return name, F.batch_norm(x, mean, var, gamma, beta, False, 0, float(np.float32(1e-5)))

    def conv(name, x, width, kernel, stride):
        weight = torch.randn(width, x.shape[1], kernel, kernel) / (kernel * x.shape[1]**0.5)
        name = out.add("Conv", [name, out.weight(weight)], kernel_shape=[kernel, kernel], strides=[stride, stride],
                       pads=[kernel // 2] * 4, dilations=[1, 1], group=1)
        return name, F.conv2d(x, weight.double(), None, stride, kernel // 2)

    def relu(name, x):
        return out.add("Relu", [name]), F.relu(x)

    size = 300
    x = (pixels(size) / 255 - MEAN.double().view(1, 3, 1, 1)) / DEVIATION.double().view(1, 3, 1, 1)
    at = norm("data", x, is_input=True)
    at = relu(*norm(*conv(*at, 1, 7, 2)))
    at = out.add("MaxPool", [at[0]], kernel_shape=[3, 3], strides=[2, 2], pads=[1] * 4), F.max_pool2d(at[1], 3, 2, 1)
    maps = {}
    for stage, (units, width) in enumerate(zip((3, 4, 6, 3), (4, 8, 16, 32))):
        for unit in range(units):
            stride = 2 if unit == 0 and stage > 0 else 1
            start = at
            first = relu(*norm(*at))
            at = relu(*norm(*conv(*first, width // 4, 1, 1)))
            at = relu(*norm(*conv(*at, width // 4, 3, stride)))
            at = conv(*at, width, 1, 1)
            if unit == 0:
                start = conv(*first, width, 1, stride)
            at = out.add("Add", [at[0], start[0]]), at[1] + start[1]
            if (stage, unit) == (2, 5):
                maps["_plus12"] = sampled(at[1])
    maps["_plus15"] = sampled(at[1])
    at = relu(*norm(*at))
    pooled = out.add("GlobalAveragePool", [at[0]])
    flat = out.add("Flatten", [pooled])
    out.add("Gemm", [flat, out.weight(torch.randn(5, 32)), out.weight(torch.randn(5))], transB=1)
    inputs = [helper.make_tensor_value_info("data", TensorProto.FLOAT, [1, 3, size, size])]
    inputs += [helper.make_tensor_value_info(t.name, TensorProto.FLOAT, list(t.dims)) for t in out.initialisers]
    outputs = [helper.make_tensor_value_info(out.nodes[-1].output[0], TensorProto.FLOAT, [1, 5])]
    graph = helper.make_graph(out.nodes, "thin", inputs, outputs, out.initialisers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 7)])
    onnx.checker.check_model(model)
    onnx.save(model, path("thin_resnet50_v2.onnx"))
    write_json("thin_resnet50_v2.json", maps)


os.makedirs(FOLDER, exist_ok=True)
make_states()
make_vgg()
make_resnet()
