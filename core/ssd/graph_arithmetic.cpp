// SPDX-License-Identifier: GPL-3.0-or-later
// Element-wise arithmetic (mxnet src/operator/tensor/elemwise_*). Everything is float32, truth values too.
#include "core/ssd/graph_operator.h"

#include <QCoreApplication>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GraphArithmetic)
};

using Value = torch::Tensor;

Value toNumbers(const Value &truth)
{
    return truth.to(torch::kFloat32);
}

// Functions of one value.
template<Value (*function)(const Value &)>
GraphOperation makeUnary(NodeAttributes &)
{
    return [](const GraphValues &in) -> GraphValues { return {function(in[0])}; };
}

Value same(const Value &x)
{
    return x;
}
Value expOf(const Value &x)
{
    return x.exp();
}
Value logOf(const Value &x)
{
    return x.log();
}
Value log1pOf(const Value &x)
{
    return x.log1p();
}
Value expm1Of(const Value &x)
{
    return x.expm1();
}
Value sqrtOf(const Value &x)
{
    return x.sqrt();
}
Value rsqrtOf(const Value &x)
{
    return x.rsqrt();
}
Value squareOf(const Value &x)
{
    return x.square();
}
Value absOf(const Value &x)
{
    return x.abs();
}
Value negativeOf(const Value &x)
{
    return x.neg();
}
Value reciprocalOf(const Value &x)
{
    return x.reciprocal();
}
Value sigmoidOf(const Value &x)
{
    return x.sigmoid();
}
Value reluOf(const Value &x)
{
    return x.relu();
}
Value tanhOf(const Value &x)
{
    return x.tanh();
}
Value floorOf(const Value &x)
{
    return x.floor();
}
Value ceilOf(const Value &x)
{
    return x.ceil();
}
Value truncOf(const Value &x)
{
    return x.trunc();
}
Value roundOf(const Value &x)
{
    return torch::where(x < 0, (x - 0.5).ceil(), (x + 0.5).floor());
} // away from 0
Value signOf(const Value &x)
{
    return x.sign();
}
Value zerosOf(const Value &x)
{
    return torch::zeros_like(x);
}
Value onesOf(const Value &x)
{
    return torch::ones_like(x);
}
Value notOf(const Value &x)
{
    return toNumbers(x == 0);
}

// Functions of two values.
template<Value (*function)(const Value &, const Value &)>
GraphOperation makeElementwise(NodeAttributes &)
{
    return [](const GraphValues &in) -> GraphValues {
        if (in[0].sizes() != in[1].sizes())
            refuseNode(Text::tr("the two values have different shapes"));
        return {function(in[0], in[1])};
    };
}

template<Value (*function)(const Value &, const Value &)>
GraphOperation makeBroadcast(NodeAttributes &)
{
    return [](const GraphValues &in) -> GraphValues {
        needRoom(at::infer_size(in[0].sizes(), in[1].sizes()));
        return {function(in[0], in[1])};
    };
}

template<Value (*function)(const Value &, const Value &)>
GraphOperation makeScalar(NodeAttributes &attributes)
{
    const Value scalar = torch::tensor(float(attributes.number("scalar", 0)));
    return [scalar](const GraphValues &in) -> GraphValues { return {function(in[0], scalar)}; };
}

/// The scalar in front.
template<Value (*function)(const Value &, const Value &)>
GraphOperation makeReversedScalar(NodeAttributes &attributes)
{
    const Value scalar = torch::tensor(float(attributes.number("scalar", 0)));
    return [scalar](const GraphValues &in) -> GraphValues { return {function(scalar, in[0])}; };
}

Value add(const Value &a, const Value &b)
{
    return a + b;
}
Value subtract(const Value &a, const Value &b)
{
    return a - b;
}
Value multiply(const Value &a, const Value &b)
{
    return a * b;
}
Value divide(const Value &a, const Value &b)
{
    return a / b;
}
Value modulo(const Value &a, const Value &b)
{
    return torch::remainder(a, b);
}
Value power(const Value &a, const Value &b)
{
    return torch::pow(a, b);
}
Value larger(const Value &a, const Value &b)
{
    return torch::maximum(a, b);
}
Value smaller(const Value &a, const Value &b)
{
    return torch::minimum(a, b);
}
Value isEqual(const Value &a, const Value &b)
{
    return toNumbers(a == b);
}
Value isNotEqual(const Value &a, const Value &b)
{
    return toNumbers(a != b);
}
Value isGreater(const Value &a, const Value &b)
{
    return toNumbers(a > b);
}
Value isGreaterEqual(const Value &a, const Value &b)
{
    return toNumbers(a >= b);
}
Value isLesser(const Value &a, const Value &b)
{
    return toNumbers(a < b);
}
Value isLesserEqual(const Value &a, const Value &b)
{
    return toNumbers(a <= b);
}

GraphOperation makeClip(NodeAttributes &attributes)
{
    const double low = attributes.number("a_min", 0);
    const double high = attributes.number("a_max", 0);
    return [=](const GraphValues &in) -> GraphValues { return {in[0].clamp(low, high)}; };
}

GraphOperation makeSmoothL1(NodeAttributes &attributes)
{
    const double scalar = attributes.number("scalar", 1);
    const double square = scalar * scalar;
    return [=](const GraphValues &in) -> GraphValues {
        const Value size = in[0].abs();
        return {torch::where(size < 1 / square, 0.5 * square * in[0].square(), size - 0.5 / square)};
    };
}

GraphOperation makeSum(NodeAttributes &)
{
    return [](const GraphValues &in) -> GraphValues {
        Value sum = in[0];
        for (size_t i = 1; i < in.size(); ++i) {
            if (in[i].sizes() != sum.sizes())
                refuseNode(Text::tr("the values have different shapes"));
            sum = sum + in[i];
        }
        return {sum};
    };
}

GraphOperation makeWhere(NodeAttributes &)
{
    return [](const GraphValues &in) -> GraphValues {
        if (in[1].sizes() != in[2].sizes())
            refuseNode(Text::tr("the two values have different shapes"));
        Value condition = in[0] != 0;
        if (condition.dim() == 1 && in[1].dim() > 1 && condition.size(0) == in[1].size(0)) // rows as a whole
            while (condition.dim() < in[1].dim())
                condition = condition.unsqueeze(-1);
        else if (condition.sizes() != in[1].sizes())
            refuseNode(Text::tr("the condition has another shape"));
        return {torch::where(condition, in[1], in[2])};
    };
}

GraphOperation makeDropout(NodeAttributes &attributes)
{
    if (attributes.text("mode", "training") == QLatin1String("always"))
        attributes.refuse(Text::tr("mode \"always\" makes every result a matter of chance"));
    return [](const GraphValues &in) -> GraphValues { return {in[0]}; };
}

/// Everything is kept as float32: only the fraction can get lost.
GraphOperation makeCast(NodeAttributes &attributes)
{
    if (attributes.text("dtype").startsWith(QLatin1String("float")))
        return [](const GraphValues &in) -> GraphValues { return {in[0]}; };
    return [](const GraphValues &in) -> GraphValues { return {in[0].trunc()}; };
}

std::vector<GraphOperator> unaryOperators()
{
    return {
        {"_copy", 1, 1, makeUnary<same>},
        {"identity", 1, 1, makeUnary<same>},
        {"BlockGrad", 1, 1, makeUnary<same>},
        {"MakeLoss", 1, 1, makeUnary<same>},
        {"make_loss", 1, 1, makeUnary<same>},
        {"LinearRegressionOutput", 1, 1, makeUnary<same>},
        {"MAERegressionOutput", 1, 1, makeUnary<same>},
        {"SVMOutput", 1, 1, makeUnary<same>},
        {"LogisticRegressionOutput", 1, 1, makeUnary<sigmoidOf>},
        {"exp", 1, 1, makeUnary<expOf>},
        {"log", 1, 1, makeUnary<logOf>},
        {"log1p", 1, 1, makeUnary<log1pOf>},
        {"expm1", 1, 1, makeUnary<expm1Of>},
        {"sqrt", 1, 1, makeUnary<sqrtOf>},
        {"rsqrt", 1, 1, makeUnary<rsqrtOf>},
        {"square", 1, 1, makeUnary<squareOf>},
        {"abs", 1, 1, makeUnary<absOf>},
        {"negative", 1, 1, makeUnary<negativeOf>},
        {"reciprocal", 1, 1, makeUnary<reciprocalOf>},
        {"sigmoid", 1, 1, makeUnary<sigmoidOf>},
        {"relu", 1, 1, makeUnary<reluOf>},
        {"tanh", 1, 1, makeUnary<tanhOf>},
        {"floor", 1, 1, makeUnary<floorOf>},
        {"ceil", 1, 1, makeUnary<ceilOf>},
        {"trunc", 1, 1, makeUnary<truncOf>},
        {"round", 1, 1, makeUnary<roundOf>},
        {"sign", 1, 1, makeUnary<signOf>},
        {"zeros_like", 1, 1, makeUnary<zerosOf>, /*readsShapesOnly=*/true},
        {"ones_like", 1, 1, makeUnary<onesOf>, /*readsShapesOnly=*/true},
        {"logical_not", 1, 1, makeUnary<notOf>},
        {"clip", 1, 1, makeClip},
        {"smooth_l1", 1, 1, makeSmoothL1},
        {"Dropout", 1, 1, makeDropout},
        {"Cast", 1, 1, makeCast},
        {"cast", 1, 1, makeCast},
        {"amp_cast", 1, 1, makeCast},
        {"where", 3, 3, makeWhere},
        {"add_n", 1, -1, makeSum},
        {"ElementWiseSum", 1, -1, makeSum},
    };
}

std::vector<GraphOperator> pairOperators()
{
    return {
        {"elemwise_add", 2, 2, makeElementwise<add>},
        {"_add", 2, 2, makeElementwise<add>},
        {"_plus", 2, 2, makeElementwise<add>},
        {"_Plus", 2, 2, makeElementwise<add>},
        {"elemwise_sub", 2, 2, makeElementwise<subtract>},
        {"_sub", 2, 2, makeElementwise<subtract>},
        {"_minus", 2, 2, makeElementwise<subtract>},
        {"_Minus", 2, 2, makeElementwise<subtract>},
        {"elemwise_mul", 2, 2, makeElementwise<multiply>},
        {"_mul", 2, 2, makeElementwise<multiply>},
        {"_Mul", 2, 2, makeElementwise<multiply>},
        {"elemwise_div", 2, 2, makeElementwise<divide>},
        {"_div", 2, 2, makeElementwise<divide>},
        {"_Div", 2, 2, makeElementwise<divide>},
        {"_maximum", 2, 2, makeElementwise<larger>},
        {"_minimum", 2, 2, makeElementwise<smaller>},
        {"_power", 2, 2, makeElementwise<power>},
        {"_equal", 2, 2, makeElementwise<isEqual>},
        {"_greater", 2, 2, makeElementwise<isGreater>},
        {"_lesser", 2, 2, makeElementwise<isLesser>},
        {"broadcast_add", 2, 2, makeBroadcast<add>},
        {"broadcast_plus", 2, 2, makeBroadcast<add>},
        {"broadcast_sub", 2, 2, makeBroadcast<subtract>},
        {"broadcast_minus", 2, 2, makeBroadcast<subtract>},
        {"broadcast_mul", 2, 2, makeBroadcast<multiply>},
        {"broadcast_div", 2, 2, makeBroadcast<divide>},
        {"broadcast_mod", 2, 2, makeBroadcast<modulo>},
        {"broadcast_power", 2, 2, makeBroadcast<power>},
        {"broadcast_maximum", 2, 2, makeBroadcast<larger>},
        {"broadcast_minimum", 2, 2, makeBroadcast<smaller>},
        {"broadcast_equal", 2, 2, makeBroadcast<isEqual>},
        {"broadcast_not_equal", 2, 2, makeBroadcast<isNotEqual>},
        {"broadcast_greater", 2, 2, makeBroadcast<isGreater>},
        {"broadcast_greater_equal", 2, 2, makeBroadcast<isGreaterEqual>},
        {"broadcast_lesser", 2, 2, makeBroadcast<isLesser>},
        {"broadcast_lesser_equal", 2, 2, makeBroadcast<isLesserEqual>},
    };
}

std::vector<GraphOperator> scalarOperators()
{
    return {
        {"_plus_scalar", 1, 1, makeScalar<add>},
        {"_PlusScalar", 1, 1, makeScalar<add>},
        {"_minus_scalar", 1, 1, makeScalar<subtract>},
        {"_MinusScalar", 1, 1, makeScalar<subtract>},
        {"_rminus_scalar", 1, 1, makeReversedScalar<subtract>},
        {"_RMinusScalar", 1, 1, makeReversedScalar<subtract>},
        {"_mul_scalar", 1, 1, makeScalar<multiply>},
        {"_MulScalar", 1, 1, makeScalar<multiply>},
        {"_div_scalar", 1, 1, makeScalar<divide>},
        {"_DivScalar", 1, 1, makeScalar<divide>},
        {"_rdiv_scalar", 1, 1, makeReversedScalar<divide>},
        {"_RDivScalar", 1, 1, makeReversedScalar<divide>},
        {"_mod_scalar", 1, 1, makeScalar<modulo>},
        {"_power_scalar", 1, 1, makeScalar<power>},
        {"_PowerScalar", 1, 1, makeScalar<power>},
        {"_rpower_scalar", 1, 1, makeReversedScalar<power>},
        {"_maximum_scalar", 1, 1, makeScalar<larger>},
        {"_MaximumScalar", 1, 1, makeScalar<larger>},
        {"_minimum_scalar", 1, 1, makeScalar<smaller>},
        {"_MinimumScalar", 1, 1, makeScalar<smaller>},
        {"_equal_scalar", 1, 1, makeScalar<isEqual>},
        {"_not_equal_scalar", 1, 1, makeScalar<isNotEqual>},
        {"_greater_scalar", 1, 1, makeScalar<isGreater>},
        {"_greater_equal_scalar", 1, 1, makeScalar<isGreaterEqual>},
        {"_lesser_scalar", 1, 1, makeScalar<isLesser>},
        {"_lesser_equal_scalar", 1, 1, makeScalar<isLesserEqual>},
    };
}

} // namespace

std::vector<GraphOperator> arithmeticOperators()
{
    std::vector<GraphOperator> all;
    for (const auto &list : {unaryOperators(), pairOperators(), scalarOperators()})
        all.insert(all.end(), list.begin(), list.end());
    return all;
}

} // namespace boxwright::ssd
