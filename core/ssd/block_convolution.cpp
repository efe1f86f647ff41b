// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/block_convolution.h"

#include "core/ssd/devices.h"

#include <dnnl.hpp>

#include <bit>

namespace boxwright::ssd {

namespace {

using Dims = dnnl::memory::dims;
using Layout = dnnl::memory::format_tag;
using Type = dnnl::memory::data_type;
using Forward = dnnl::convolution_forward;
using BackwardData = dnnl::convolution_backward_data;
using BackwardWeights = dnnl::convolution_backward_weights;

/// Scratch memory grows with the images of one call, up to 50 MB for each in the widest layers.
constexpr int64_t kImagesAtOnce = 8;

const dnnl::engine &processor()
{
    static const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
    return engine;
}

Type typeOf(const torch::Tensor &tensor)
{
    return tensor.scalar_type() == torch::kBFloat16 ? Type::bf16 : Type::f32;
}

/// One convolution of some images.
struct BlockShape
{
    ConvShape conv;
    Type type = Type::f32; ///< of maps
    int64_t images = 0;
    int64_t height = 0;
    int64_t width = 0;

    [[nodiscard]] int64_t outSide(int64_t side) const
    {
        return (side + 2 * padding() - conv.dilation * (conv.kernel - 1) - 1) / conv.stride + 1;
    }
    [[nodiscard]] int64_t padding() const
    {
        return conv.padding == ConvShape::kHalfKernel ? conv.kernel / 2 : conv.padding;
    }
    [[nodiscard]] bool isOfImages() const { return conv.in % kBlockChannels != 0; }

    /// Measured: on smaller maps, and for fewer channels, the transformations cost more than they save.
    [[nodiscard]] dnnl::algorithm algorithm() const
    {
        constexpr int64_t kLeastSide = 16;
        constexpr int64_t kLeastChannels = 32;
        const bool isPlain3x3 = conv.kernel == 3 && conv.stride == 1 && conv.dilation == 1 && conv.groups == 1;
        const bool isLarge = std::min(height, width) >= kLeastSide && std::min(conv.in, conv.out) >= kLeastChannels;
        return isPlain3x3 && isLarge && type == Type::f32 ? dnnl::algorithm::convolution_winograd
                                                          : dnnl::algorithm::convolution_direct;
    }

    [[nodiscard]] dnnl::memory::desc input() const
    {
        return {Dims{images, conv.in, height, width}, type, isOfImages() ? Layout::nchw : Layout::nChw16c};
    }
    [[nodiscard]] dnnl::memory::desc output() const
    {
        return {Dims{images, conv.out, outSide(height), outSide(width)}, type, Layout::nChw16c};
    }
    /// In whichever order suits the algorithm best.
    [[nodiscard]] dnnl::memory::desc weights() const { return weightsOf(type); }
    [[nodiscard]] dnnl::memory::desc weightsOf(Type theirs) const
    {
        return {Dims{conv.out, conv.in, conv.kernel, conv.kernel}, theirs, Layout::any};
    }
    [[nodiscard]] Dims strides() const { return {conv.stride, conv.stride}; }
    /// oneDNN counts the cells between two taps.
    [[nodiscard]] Dims dilations() const { return {conv.dilation - 1, conv.dilation - 1}; }
    [[nodiscard]] Dims paddings() const { return {padding(), padding()}; }
};

dnnl::memory::desc layoutOf(const torch::Tensor &tensor)
{
    return {tensor.sizes().vec(), typeOf(tensor), tensor.strides().vec()};
}

dnnl::memory memoryOf(const dnnl::memory::desc &layout, const torch::Tensor &tensor)
{
    return {layout, processor(), tensor.data_ptr()};
}

/// Copies from one order into the other.
void reorder(dnnl::memory from, dnnl::memory to)
{
    dnnl::stream stream(processor());
    dnnl::reorder(from, to).execute(stream, from, to);
    stream.wait();
}

/// Filters in the order that a primitive wants.
class Filters
{
public:
    explicit Filters(const dnnl::memory::desc &layout)
        : m_bytes(torch::empty({int64_t(layout.get_size())}, torch::kUInt8))
        , m_memory(memoryOf(layout, m_bytes))
    {
    }
    Filters(const dnnl::memory::desc &layout, const torch::Tensor &weight)
        : Filters(layout)
    {
        reorder(memoryOf(layoutOf(weight), weight), m_memory);
    }

    [[nodiscard]] const dnnl::memory &memory() const { return m_memory; }

private:
    torch::Tensor m_bytes;
    dnnl::memory m_memory;
};

/// Runs it with scratch memory of torch's, which is kept from call to call. Rounded up to powers of two: layers whose
/// needs differ share it then, and what nobody touches costs nothing.
template<class Primitive, class Description>
void run(const Description &description, std::unordered_map<int, dnnl::memory> arguments)
{
    const size_t scratchBytes = std::bit_ceil(description.scratchpad_desc().get_size());
    const torch::Tensor scratch = torch::empty({int64_t(scratchBytes)}, torch::kUInt8);
    arguments.emplace(DNNL_ARG_SCRATCHPAD, memoryOf(description.scratchpad_desc(), scratch));
    dnnl::stream stream(processor());
    Primitive(description).execute(stream, arguments);
    stream.wait();
}

dnnl::primitive_attr withOwnScratch()
{
    dnnl::primitive_attr attributes;
    attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    return attributes;
}

Forward::primitive_desc describeForward(const BlockShape &shape, const dnnl::memory::desc &bias)
{
    dnnl::primitive_attr attributes = withOwnScratch();
    dnnl::post_ops relu;
    relu.append_eltwise(/*scale=*/1, dnnl::algorithm::eltwise_relu, /*alpha=*/0, /*beta=*/0);
    attributes.set_post_ops(relu);
    const Forward::desc wanted(dnnl::prop_kind::forward_training, shape.algorithm(), shape.input(), shape.weights(),
                               bias, shape.output(), shape.strides(), shape.dilations(), shape.paddings(),
                               shape.paddings());
    return {wanted, attributes, processor()};
}

/// The rows of a batch from its image `first` on, in blocks or not.
torch::Tensor imagesOf(const torch::Tensor &x, int64_t allImages, int64_t first, int64_t count)
{
    const int64_t rows = x.size(0) / allImages;
    return x.narrow(0, first * rows, count * rows);
}

BlockShape shapeOf(const torch::Tensor &x, const ConvShape &conv, int64_t images)
{
    return {conv, typeOf(x), images, x.size(2), x.size(3)};
}

torch::Tensor ordered(const torch::Tensor &x, const BlockShape &shape)
{
    return x.contiguous(shape.isOfImages() ? torch::MemoryFormat::Contiguous : torch::MemoryFormat::ChannelsLast);
}

/// Calls with a shape and its first image until all images were served.
template<class Function>
void forSomeImages(BlockShape shape, const Function &function)
{
    const int64_t images = shape.images;
    for (int64_t first = 0; first < images; first += kImagesAtOnce) {
        shape.images = std::min(kImagesAtOnce, images - first);
        function(shape, first);
    }
}

void runForward(const BlockShape &shape, const torch::Tensor &x, const torch::Tensor &weight, const torch::Tensor &bias,
                const torch::Tensor &y)
{
    const Forward::primitive_desc description = describeForward(shape, layoutOf(bias));
    const Filters filters(description.weights_desc(), weight);
    run<Forward>(description, {{DNNL_ARG_SRC, memoryOf(shape.input(), x)},
                               {DNNL_ARG_WEIGHTS, filters.memory()},
                               {DNNL_ARG_BIAS, memoryOf(layoutOf(bias), bias)},
                               {DNNL_ARG_DST, memoryOf(shape.output(), y)}});
}

void runBackwardData(const BlockShape &shape, const torch::Tensor &dy, const torch::Tensor &weight,
                     const torch::Tensor &dx)
{
    const BackwardData::desc wanted(shape.algorithm(), shape.input(), shape.weights(), shape.output(), shape.strides(),
                                    shape.dilations(), shape.paddings(), shape.paddings());
    const BackwardData::primitive_desc description(wanted, withOwnScratch(), processor(), describeForward(shape, {}));
    const Filters filters(description.weights_desc(), weight);
    run<BackwardData>(description, {{DNNL_ARG_DIFF_DST, memoryOf(shape.output(), dy)},
                                    {DNNL_ARG_WEIGHTS, filters.memory()},
                                    {DNNL_ARG_DIFF_SRC, memoryOf(shape.input(), dx)}});
}

/// Gradients of the weight and of the bias.
std::pair<torch::Tensor, torch::Tensor> runBackwardWeights(const BlockShape &shape, const torch::Tensor &x,
                                                           const torch::Tensor &dy, const torch::Tensor &weight)
{
    torch::Tensor weightGradient = torch::empty_like(weight);
    torch::Tensor biasGradient = torch::empty({shape.conv.out}, weight.options());
    const BackwardWeights::desc wanted(shape.algorithm(), shape.input(), shape.weightsOf(typeOf(weight)),
                                       layoutOf(biasGradient), shape.output(), shape.strides(), shape.dilations(),
                                       shape.paddings(), shape.paddings());
    const BackwardWeights::primitive_desc description(wanted, withOwnScratch(), processor(),
                                                      describeForward(shape, layoutOf(biasGradient)));
    const Filters filters(description.diff_weights_desc());
    run<BackwardWeights>(description, {{DNNL_ARG_SRC, memoryOf(shape.input(), x)},
                                       {DNNL_ARG_DIFF_DST, memoryOf(shape.output(), dy)},
                                       {DNNL_ARG_DIFF_WEIGHTS, filters.memory()},
                                       {DNNL_ARG_DIFF_BIAS, memoryOf(layoutOf(biasGradient), biasGradient)}});
    reorder(filters.memory(), memoryOf(layoutOf(weight), weightGradient));
    return {weightGradient, biasGradient};
}

class RectifiedConvolution : public torch::autograd::Function<RectifiedConvolution>
{
public:
    static torch::Tensor forward(torch::autograd::AutogradContext *context, const torch::Tensor &input,
                                 const torch::Tensor &weight, const torch::Tensor &bias, const ConvShape &conv,
                                 int64_t images)
    {
        const BlockShape whole = shapeOf(input, conv, images);
        const torch::Tensor x = ordered(input, whole);
        const torch::Tensor y = torch::empty({images * conv.out / kBlockChannels, kBlockChannels,
                                              whole.outSide(whole.height), whole.outSide(whole.width)},
                                             x.options(), torch::MemoryFormat::ChannelsLast);
        forSomeImages(whole, [&](const BlockShape &shape, int64_t first) {
            runForward(shape, imagesOf(x, images, first, shape.images), weight, bias,
                       imagesOf(y, images, first, shape.images));
        });
        context->save_for_backward({x, weight, y});
        auto held = c10::make_intrusive<Held>();
        held->shape = whole;
        context->saved_data["shape"] = c10::IValue::make_capsule(std::move(held));
        return y;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   const torch::autograd::variable_list &gradients)
    {
        const torch::autograd::variable_list saved = context->get_saved_variables();
        const torch::Tensor &x = saved[0];
        const torch::Tensor &weight = saved[1];
        const auto capsule = context->saved_data["shape"].toCapsule();
        const BlockShape whole = static_cast<const Held *>(capsule.get())->shape;
        const torch::Tensor dy = at::threshold_backward(gradients[0].contiguous(torch::MemoryFormat::ChannelsLast),
                                                        saved[2], /*threshold=*/0)
                                     .contiguous(torch::MemoryFormat::ChannelsLast);
        // Neither before frozen layers nor of them.
        const bool needsOwn = context->needs_input_grad(1) || context->needs_input_grad(2);
        torch::Tensor dx = context->needs_input_grad(0) ? torch::empty_like(x) : torch::Tensor();
        torch::Tensor weightGradient;
        torch::Tensor biasGradient;
        forSomeImages(whole, [&](const BlockShape &shape, int64_t first) {
            const torch::Tensor someDy = imagesOf(dy, whole.images, first, shape.images);
            if (dx.defined())
                runBackwardData(shape, someDy, weight, imagesOf(dx, whole.images, first, shape.images));
            if (!needsOwn)
                return;
            const auto [ofWeight, ofBias] =
                runBackwardWeights(shape, imagesOf(x, whole.images, first, shape.images), someDy, weight);
            weightGradient = weightGradient.defined() ? weightGradient.add_(ofWeight) : ofWeight;
            biasGradient = biasGradient.defined() ? biasGradient.add_(ofBias) : ofBias;
        });
        return {dx, weightGradient, biasGradient, torch::Tensor(), torch::Tensor()};
    }

private:
    struct Held : torch::CustomClassHolder
    {
        BlockShape shape;
    };
};

} // namespace

bool hasBlockConvolution(const torch::Tensor &images)
{
    static const bool hasAvx512 = dnnl::get_effective_cpu_isa() >= dnnl::cpu_isa::avx512_core;
    const torch::ScalarType type = images.scalar_type();
    return hasAvx512 && images.is_cpu() &&
           (type == torch::kFloat32 || (type == torch::kBFloat16 && hasFastBfloat16(torch::kCPU)));
}

torch::Tensor convolveRectified(const torch::Tensor &x, const torch::Tensor &weight, const torch::Tensor &bias,
                                const ConvShape &shape, int64_t images)
{
    return RectifiedConvolution::apply(x, weight, bias, shape, images);
}

torch::Tensor withoutBlocks(const torch::Tensor &blocks, int64_t images)
{
    return blocks
        .reshape({images, -1, kBlockChannels, blocks.size(2), blocks.size(3)}) // (B, C / 16, 16, H, W)
        .permute({0, 3, 4, 1, 2})
        .flatten(3, 4) // (B, H, W, C)
        .permute({0, 3, 1, 2});
}

} // namespace boxwright::ssd
